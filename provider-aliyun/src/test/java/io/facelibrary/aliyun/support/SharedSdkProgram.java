package io.facelibrary.aliyun.support;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.green.model.v20180509.GetGroupsRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpUtil;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.http.clients.ApacheHttpClient;
import com.aliyuncs.profile.DefaultProfile;
import io.facelibrary.FaceLibrary;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

/** A program that uses libraries before, between and after its own calls of the SDK. */
public final class SharedSdkProgram {
  private SharedSdkProgram() {}

  /**
   * Checks that libraries change no state that the SDK shares in the process.
   *
   * @param arguments the endpoint of the libraries, the host and port of its own service
   */
  public static void main(String[] arguments) throws Exception {
    try (FaceLibrary library = TestLibraries.open(arguments[0])) {
      TestLibraries.read(library);
    }
    check("client of the process", readShared(ApacheHttpClient.class, "client") == null);
    check("profile of the process", readShared(DefaultProfile.class, "profile") == null);
    check("debugging", !HttpUtil.getIsHttpDebug());
    check("idle cleaner", !threads().contains("IdleConnection"));

    DefaultAcsClient own =
        new DefaultAcsClient(DefaultProfile.getProfile("cn-beijing", "ownKey", "ownSecret"));
    Object profile = readShared(DefaultProfile.class, "profile");
    Object client = readShared(ApacheHttpClient.class, "client");
    call(own, arguments[1]);
    try (FaceLibrary library = TestLibraries.open(arguments[0])) {
      TestLibraries.read(library);
      call(own, arguments[1]);
      TestLibraries.read(library);
    }
    call(own, arguments[1]);
    check("same profile", readShared(DefaultProfile.class, "profile") == profile);
    check("same client", readShared(ApacheHttpClient.class, "client") == client);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("facelibrary-aliyun")) {
        thread.join(60_000);
      }
    }
    check("threads of libraries", !threads().contains("facelibrary"));
    System.out.println("isolated");
    System.exit(0);
  }

  private static void call(DefaultAcsClient client, String hostAndPort) throws Exception {
    GetGroupsRequest request = new GetGroupsRequest();
    request.setSysEndpoint(hostAndPort);
    request.setSysProtocol(ProtocolType.HTTP);
    // The defaults of the SDK are too short for a busy machine.
    request.setSysConnectTimeout(60_000);
    request.setSysReadTimeout(60_000);
    request.setHttpContent("{}".getBytes(StandardCharsets.UTF_8), "UTF-8", FormatType.JSON);
    check("own call", client.doAction(request).isSuccess());
  }

  private static Object readShared(Class<?> owner, String name)
      throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  private static String threads() {
    return Thread.getAllStackTraces().keySet().toString();
  }

  private static void check(String what, boolean holds) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
