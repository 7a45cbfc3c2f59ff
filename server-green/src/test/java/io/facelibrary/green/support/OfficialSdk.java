package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.RoaAcsRequest;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.Secret;
import java.net.URI;

/** The official Java SDK, used like the documented programs use it. */
public final class OfficialSdk {
  public static final String KEY = "test-key";
  public static final Secret SECRET = Secret.of("test-secret");

  private final URI server;
  private final DefaultAcsClient client;

  public OfficialSdk(URI server) {
    this.server = server;
    client = new DefaultAcsClient(DefaultProfile.getProfile("cn-shanghai", KEY, SECRET.reveal()));
  }

  public HttpResponse send(RoaAcsRequest<?> request, String body) throws ClientException {
    request.setSysEndpoint(server.getHost() + ":" + server.getPort());
    request.setSysProtocol(ProtocolType.HTTP);
    request.setSysMethod(MethodType.POST);
    request.setSysEncoding("utf-8");
    request.setHttpContent(body.getBytes(UTF_8), "utf-8", FormatType.JSON);
    request.setSysConnectTimeout(120_000);
    request.setSysReadTimeout(120_000);
    return client.doAction(request);
  }

  /** Returns the body of a response with HTTP status 2xx, for any code in it. */
  public JsonObject response(RoaAcsRequest<?> request, String body) throws ClientException {
    HttpResponse response = send(request, body);
    assertThat(response.isSuccess()).as(response.getHttpContentString()).isTrue();
    return JsonParser.parseString(response.getHttpContentString()).getAsJsonObject();
  }

  /** Checks both codes, like the documented programs, and returns the data. */
  public JsonObject data(RoaAcsRequest<?> request, String body) throws ClientException {
    JsonObject response = response(request, body);
    assertThat(response.get("code").getAsInt()).as(response.toString()).isEqualTo(200);
    JsonObject data = response.getAsJsonObject("data");
    assertThat(data.get("code").getAsInt()).as(response.toString()).isEqualTo(200);
    return data;
  }
}
