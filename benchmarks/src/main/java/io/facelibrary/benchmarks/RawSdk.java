package io.facelibrary.benchmarks;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.green.model.v20180509.DeleteFacesRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of a program without this project: the delete sample of the vendor's documentation. It
 * checks both status codes and reads the ids, with the JSON library of the SDK.
 */
final class RawSdk {
  private static final Gson GSON = new Gson();

  private final DefaultAcsClient client;
  private final String hostAndPort;

  RawSdk(URI endpoint, int connections) {
    DefaultProfile profile = DefaultProfile.getProfile("cn-shanghai", "test-key", "test-secret");
    HttpClientConfig config = HttpClientConfig.getDefault();
    config.setProtocolType(ProtocolType.HTTP);
    config.setMaxRequests(connections);
    config.setMaxRequestsPerHost(connections);
    profile.setHttpClientConfig(config);
    client = new DefaultAcsClient(profile);
    hostAndPort = endpoint.getRawAuthority();
  }

  List<String> deleteFaces(String person, List<String> faces) {
    JsonObject body = new JsonObject();
    body.addProperty("personId", person);
    JsonArray ids = new JsonArray();
    faces.forEach(ids::add);
    body.add("faceIds", ids);
    DeleteFacesRequest request = new DeleteFacesRequest();
    request.setSysEndpoint(hostAndPort);
    request.setSysAcceptFormat(FormatType.JSON);
    request.setSysMethod(MethodType.POST);
    request.setSysConnectTimeout(3000);
    request.setSysReadTimeout(6000);
    byte[] content = GSON.toJson(body).getBytes(StandardCharsets.UTF_8);
    request.setHttpContent(content, "UTF-8", FormatType.JSON);
    HttpResponse response = send(request);
    String text = new String(response.getHttpContent(), StandardCharsets.UTF_8);
    JsonObject envelope = GSON.fromJson(text, JsonObject.class);
    JsonObject data = envelope.getAsJsonObject("data");
    if (envelope.get("code").getAsInt() != 200 || data.get("code").getAsInt() != 200) {
      throw new IllegalStateException(text);
    }
    List<String> deleted = new ArrayList<>();
    for (JsonElement id : data.getAsJsonArray("faceIds")) {
      deleted.add(id.getAsString());
    }
    return deleted;
  }

  private HttpResponse send(DeleteFacesRequest request) {
    try {
      HttpResponse response = client.doAction(request);
      if (!response.isSuccess()) {
        throw new IllegalStateException("HTTP status " + response.getStatus());
      }
      return response;
    } catch (ClientException e) {
      throw new IllegalStateException(e);
    }
  }
}
