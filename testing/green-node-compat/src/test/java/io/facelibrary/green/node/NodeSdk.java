package io.facelibrary.green.node;

import static io.facelibrary.green.node.NodePackages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.Secret;
import java.net.URI;
import java.util.Optional;

/** The SDK {@code @alicloud/pop-core}, unmodified, as a program has it. */
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

  /** Sets one of the settings that the SDK is made with. */
  NodeSdk with(String setting, String value) {
    settings.addProperty(setting, value);
    return this;
  }

  /** Makes a call and returns the parsed answer or error, written again with every digit. */
  JsonObject outcome(String path, String query, String body) throws JavetException {
    return JsonParser.parseString(call(path, query, body, "{}")).getAsJsonObject();
  }

  JsonObject answer(String path, String body) throws JavetException {
    JsonObject outcome = outcome(path, "{}", body);
    return Optional.ofNullable(outcome.getAsJsonObject("answer"))
        .orElseThrow(() -> new AssertionError(outcome.toString()));
  }

  /** Makes a call, sees that both codes say that it succeeded, and returns the data. */
  JsonObject data(String path, String body) throws JavetException {
    JsonObject answer = answer(path, body);
    JsonObject data = answer.getAsJsonObject("data");
    assertThat(answer.get("code")).as(answer.toString()).hasToString("200");
    assertThat(answer.get("msg").getAsString()).isEqualTo("OK");
    assertThat(answer.get("requestId").getAsString())
        .matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}");
    assertThat(data.get("code")).hasToString("200");
    return data;
  }

  /** Makes a call and returns the text of the answer, which the SDK hands out unread if asked. */
  String rawBody(String path, String body) throws JavetException {
    return JsonParser.parseString(call(path, "{}", body, "{rawBody: true}"))
        .getAsJsonObject()
        .get("answer")
        .getAsString();
  }

  private String call(String path, String query, String body, String options)
      throws JavetException {
    return node.await(
        "require('./calls.js')(%s, %s, %s, %s, %s)"
            .formatted(settings, text(path), query, text(body), options));
  }
}
