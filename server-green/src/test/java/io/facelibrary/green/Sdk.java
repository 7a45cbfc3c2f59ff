package io.facelibrary.green;

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

/** The official Java SDK, used as the documented programs use it. */
final class Sdk {
  static final String KEY = "test-key";
  static final Secret SECRET = Secret.of("test-secret");

  private final URI server;
  private final DefaultAcsClient client;

  Sdk(URI server) {
    this.server = server;
    client = new DefaultAcsClient(DefaultProfile.getProfile("cn-shanghai", KEY, SECRET.reveal()));
  }

  HttpResponse send(RoaAcsRequest<?> request, String body) throws ClientException {
    request.setSysEndpoint(server.getHost() + ":" + server.getPort());
    request.setSysProtocol(ProtocolType.HTTP);
    request.setSysMethod(MethodType.POST);
    request.setSysEncoding("utf-8");
    request.setHttpContent(body.getBytes(UTF_8), "utf-8", FormatType.JSON);
    request.setSysConnectTimeout(30_000);
    request.setSysReadTimeout(60_000);
    return client.doAction(request);
  }

  /** Returns the body of an answer that is a success to HTTP, whatever its code. */
  JsonObject answer(RoaAcsRequest<?> request, String body) throws ClientException {
    HttpResponse response = send(request, body);
    assertThat(response.isSuccess()).as(response.getHttpContentString()).isTrue();
    return JsonParser.parseString(response.getHttpContentString()).getAsJsonObject();
  }

  /** Reads an answer as the documented programs do, who look at both codes. */
  JsonObject data(RoaAcsRequest<?> request, String body) throws ClientException {
    JsonObject answer = answer(request, body);
    assertThat(answer.get("code").getAsInt()).as(answer.toString()).isEqualTo(200);
    JsonObject data = answer.getAsJsonObject("data");
    assertThat(data.get("code").getAsInt()).as(answer.toString()).isEqualTo(200);
    return data;
  }
}
