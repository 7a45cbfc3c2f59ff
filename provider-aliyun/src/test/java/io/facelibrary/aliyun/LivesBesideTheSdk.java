package io.facelibrary.aliyun;

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

/** A program that uses libraries before, between and after calls of its own on the SDK. */
final class LivesBesideTheSdk {
  private LivesBesideTheSdk() {}

  /** Its arguments: the endpoint of the libraries, the host and port of its own service. */
  public static void main(String[] arguments) throws Exception {
    try (FaceLibrary library = Opened.at(arguments[0])) {
      Opened.read(library);
    }
    check("client of the process", shared(ApacheHttpClient.class, "client") == null);
    check("profile of the process", shared(DefaultProfile.class, "profile") == null);
    check("debugging", !HttpUtil.getIsHttpDebug());
    check("idle cleaner", !threads().contains("IdleConnection"));

    DefaultAcsClient own =
        new DefaultAcsClient(DefaultProfile.getProfile("cn-beijing", "ownKey", "ownSecret"));
    Object profile = shared(DefaultProfile.class, "profile");
    Object client = shared(ApacheHttpClient.class, "client");
    ask(own, arguments[1]);
    try (FaceLibrary library = Opened.at(arguments[0])) {
      Opened.read(library);
      ask(own, arguments[1]);
      Opened.read(library);
    }
    ask(own, arguments[1]);
    check("same profile", shared(DefaultProfile.class, "profile") == profile);
    check("same client", shared(ApacheHttpClient.class, "client") == client);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("facelibrary-aliyun")) {
        thread.join(60_000);
      }
    }
    check("threads of libraries", !threads().contains("facelibrary"));
    System.out.println("isolated");
    System.exit(0);
  }

  private static void ask(DefaultAcsClient client, String hostAndPort) throws Exception {
    GetGroupsRequest request = new GetGroupsRequest();
    request.setSysEndpoint(hostAndPort);
    request.setSysProtocol(ProtocolType.HTTP);
    request.setHttpContent("{}".getBytes(StandardCharsets.UTF_8), "UTF-8", FormatType.JSON);
    check("own call", client.doAction(request).isSuccess());
  }

  private static Object shared(Class<?> owner, String name) throws ReflectiveOperationException {
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
