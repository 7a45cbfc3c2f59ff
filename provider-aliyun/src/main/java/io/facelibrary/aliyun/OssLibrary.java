package io.facelibrary.aliyun;

/**
 * The client library of the object storage. Who names pictures by address only may leave it out: it
 * and what it needs are the larger half of this provider's dependencies.
 */
final class OssLibrary {
  private static final String CLIENT = "com.aliyun.sdk.service.oss2.OSSClient";
  // It reads the storage's refusals with this.
  private static final String XML = "com.fasterxml.jackson.dataformat.xml.XmlMapper";

  private OssLibrary() {}

  /** Tells whether pictures can be uploaded, asked of the loader that loads this provider. */
  static boolean isPresent() {
    return isPresent(CLIENT) && isPresent(XML);
  }

  private static boolean isPresent(String name) {
    try {
      Class.forName(name, false, OssLibrary.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
