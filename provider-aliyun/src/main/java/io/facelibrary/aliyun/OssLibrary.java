package io.facelibrary.aliyun;

/**
 * The client library of the object storage. A program that gives images by URL only may exclude it:
 * with its own dependencies, it is the larger half of this provider's dependencies.
 */
final class OssLibrary {
  private static final String CLIENT = "com.aliyun.sdk.service.oss2.OSSClient";
  // The client library parses error responses with this class.
  private static final String XML = "com.fasterxml.jackson.dataformat.xml.XmlMapper";

  private OssLibrary() {}

  /** Returns whether the class loader of this provider has the classes that uploads need. */
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
