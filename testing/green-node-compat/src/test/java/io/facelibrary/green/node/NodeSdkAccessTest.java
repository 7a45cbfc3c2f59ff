package io.facelibrary.green.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.google.gson.JsonObject;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The official SDK for Node.js signs its requests, as the documented program does. */
class NodeSdkAccessTest extends NodeSdkFixture {
  @Test
  void rejectsOperationsThatAreNotServed() throws JavetException {
    JsonObject search = sdk.outcome("/green/sface/search", "{}", "{}");

    assertThat(search.get("status")).hasToString("404");
    assertThat(search.get("code").getAsString()).isEqualTo("InvalidApi.NotFound");
    assertThat(search.get("name").getAsString()).isEqualTo("InvalidApi.NotFoundError");
  }

  @Test
  void acceptsAQueryWithAnyCharacters() throws JavetException {
    JsonObject outcome =
        sdk.outcome(
            "/green/sface/groups", "{ClientInfo: '{\"userNick\":\"张 x+&=%~*\"}', empty: ''}", "{}");

    assertThat(outcome.getAsJsonObject("response")).as(outcome.toString()).isNotNull();
    assertThat(outcome.getAsJsonObject("response").get("code")).hasToString("200");
  }

  @Test
  void rejectsAnotherSecretAndAnUnknownKey() throws JavetException {
    JsonObject secret =
        newSdk().with("accessKeySecret", "other").outcome("/green/sface/groups", "{}", "{}");
    JsonObject key =
        newSdk().with("accessKeyId", "nobody").outcome("/green/sface/groups", "{}", "{}");

    assertThat(secret.get("status")).hasToString("400");
    assertThat(secret.get("code").getAsString()).isEqualTo("SignatureDoesNotMatch");
    assertThat(secret.get("message").getAsString()).contains("server string to sign is:");
    assertThat(key.get("status")).hasToString("404");
    assertThat(key.get("code").getAsString()).isEqualTo("InvalidAccessKeyId.NotFound");
  }

  @Test
  void acceptsTemporaryCredentialsWithTheirToken() throws JavetException {
    NodeSdk temporary = newSdk().with("accessKeyId", "sts-key");

    JsonObject without = temporary.outcome("/green/sface/groups", "{}", "{}");
    JsonObject with =
        temporary.with("securityToken", "sts-token").data("/green/sface/groups", "{}");

    assertThat(without.get("code").getAsString()).isEqualTo("MissingSecurityToken");
    assertThat(with.get("groupIds")).hasToString("[]");
  }

  /** Runs the program in the documentation. Only its URL, key and time-out are replaced. */
  @Test
  void runsTheDocumentedProgram() throws IOException, JavetException {
    String page = NodePackages.projectFile("docs/green-clients.md");
    String program = page.split("```js\n", -1)[1].split("```", -1)[0];

    String deleted =
        run(
            program
                .replace("http://127.0.0.1:8080", serverUrl())
                .replace("apiVersion:", "opts: {timeout: 120000}, apiVersion:")
                .replace("'test-key'", NodePackages.text(NodeSdk.KEY))
                .replace("'test-secret'", NodePackages.text(NodeSdk.SECRET.reveal()))
                .strip()
                .replaceFirst(";$", ""));

    List<FaceId> left = library.queryFaces(QueryFaces.allOf(PersonId.of("person1"))).ids();
    assertThat(program).contains("http://127.0.0.1:8080");
    assertThat(deleted).matches("1 of \\d{17},\\d{17}");
    assertThat(left).singleElement().extracting(FaceId::value).isEqualTo(deleted.split(",", -1)[1]);
  }
}
