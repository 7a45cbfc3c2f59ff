package io.facelibrary.green.node;

import static io.facelibrary.green.node.NodePackages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.Secret;
import java.net.URI;
import java.util.Optional;

/** The unmodified SDK {@code @alicloud/pop-core}. */
final class NodeSdk {
  static final String KEY = "node-key";
  static final Secret SECRET = Secret.of("node-secret");

  private final EmbeddedNode node;
  private final JsonObject settings = new JsonObject();

  NodeSdk(EmbeddedNode node, URI server) {
    this.node = node;
    settings.addProperty("endpoint", server.toString());
    settings.addProperty("apiVersion", "2018-05-09");
    settings.addProperty("accessKeyId", KEY);
    settings.addProperty("accessKeySecret", SECRET.reveal());
  }

  /** Sets a configuration value of the SDK. */
  NodeSdk with(String setting, String value) {
    settings.addProperty(setting, value);
    return this;
  }

  /** Makes a call and returns the response or error that the SDK parsed, with all digits. */
  JsonObject outcome(String path, String query, String body) throws JavetException {
    return JsonParser.parseString(call(path, query, body, "{}")).getAsJsonObject();
  }

  JsonObject response(String path, String body) throws JavetException {
    JsonObject outcome = outcome(path, "{}", body);
    return Optional.ofNullable(outcome.getAsJsonObject("response"))
        .orElseThrow(() -> new AssertionError(outcome.toString()));
  }

  /** Makes a call, checks that both codes report success, and returns the data. */
  JsonObject data(String path, String body) throws JavetException {
    JsonObject response = response(path, body);
    JsonObject data = response.getAsJsonObject("data");
    assertThat(response.get("code")).as(response.toString()).hasToString("200");
    assertThat(response.get("msg").getAsString()).isEqualTo("OK");
    assertThat(response.get("requestId").getAsString())
        .matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}");
    assertThat(data.get("code")).hasToString("200");
    return data;
  }

  /** Makes a call and returns the unparsed text of the response. */
  String rawBody(String path, String body) throws JavetException {
    return JsonParser.parseString(call(path, "{}", body, "{rawBody: true}"))
        .getAsJsonObject()
        .get("response")
        .getAsString();
  }

  private String call(String path, String query, String body, String options)
      throws JavetException {
    return node.await(
        "require('./calls.js')(%s, %s, %s, %s, %s)"
            .formatted(settings, text(path), query, text(body), options));
  }
}
