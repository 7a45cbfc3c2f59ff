package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.sdk.service.oss2.OSSClient;
import com.aliyun.sdk.service.oss2.credentials.StaticCredentialsProvider;
import com.aliyun.sdk.service.oss2.models.PutObjectRequest;
import com.aliyun.sdk.service.oss2.models.PutObjectResult;
import com.aliyun.sdk.service.oss2.transport.BinaryData;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.green.model.v20180509.AddFacesRequest;
import com.aliyuncs.green.model.v20180509.DeleteFacesRequest;
import com.aliyuncs.green.model.v20180509.DeletePersonRequest;
import com.aliyuncs.green.model.v20180509.GetFacesRequest;
import com.aliyuncs.green.model.v20180509.ImageSyncScanRequest;
import com.aliyuncs.green.model.v20180509.UploadCredentialsRequest;
import com.google.gson.JsonObject;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.green.support.OfficialSdk;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestImages;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images uploaded with the official SDK of the object store, used with that of the service. */
class UploadTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final GroupId STAFF = GroupId.of("staff");

  private final FaceLibrary library = InMemoryFaceLibrary.builder().open();
  private final FaceImage.Bytes image = TestImages.random();
  private GreenServer server;
  private OfficialSdk sdk;

  @BeforeEach
  void start() {
    server =
        GreenServer.builder()
            .library(library)
            .credentials(OfficialSdk.KEY, OfficialSdk.SECRET)
            .start();
    sdk = new OfficialSdk(server.uri());
    library.addPerson(AddPerson.of(ANNA, STAFF));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v4"})
  void addsAnUploadedImageAndReturnsItsUrl(String version) throws Exception {
    String url = upload("images/Änna 1+1.png", version);

    JsonObject added = add(url);

    assertThat(added.get("success").getAsBoolean()).as(added.toString()).isTrue();
    JsonObject face = item(sdk.data(new GetFacesRequest(), "{\"personId\":\"anna\"}"));
    assertThat(face.get("faceId")).isEqualTo(added.get("faceId"));
    assertThat(face.get("url").getAsString()).isEqualTo(url);
    assertThat(library.search(Search.of(image, STAFF)).best().orElseThrow().person())
        .isEqualTo(ANNA);
  }

  @Test
  void acceptsTheUrlWithAnEndpointAsDocumented() throws Exception {
    String url =
        upload("images/1.png", "v4")
            .replaceFirst("oss://([^/]+)/", "oss://$1.oss-cn-x.aliyuncs.com/");

    JsonObject added = add(url);

    assertThat(added.get("success").getAsBoolean()).as(added.toString()).isTrue();
    JsonObject face = item(sdk.data(new GetFacesRequest(), "{\"personId\":\"anna\"}"));
    assertThat(face.get("url").getAsString()).isEqualTo(url);
  }

  @Test
  void searchesWithAnUploadedImage() throws Exception {
    String url = upload("images/1.png", "v4");
    add(url);

    JsonObject response =
        sdk.response(
            new ImageSyncScanRequest(),
            "{\"scenes\":[\"sface-n\"],\"tasks\":[{\"url\":\"%s\",\"extras\":{\"groupId\":\"staff\"}}]}"
                .formatted(url));

    assertThat(response.toString()).contains("\"personId\":\"anna\"");
  }

  @Test
  void doesNotAddAnImageThatWasNotUploaded() throws Exception {
    String url = upload("images/1.png", "v4") + "-other";

    JsonObject added = add(url);

    assertThat(added.get("success").getAsBoolean()).isFalse();
    assertThat(added.has("faceId")).isFalse();
    assertThat(added.get("msg").getAsString()).startsWith("NOT_FOUND").doesNotContain("oss:");
  }

  @Test
  void removesUrlsWithTheirFacesAndPersons() throws Exception {
    String url = upload("images/1.png", "v4");
    String first = add(url).get("faceId").getAsString();
    add(url);

    sdk.data(new DeleteFacesRequest(), "{\"personId\":\"anna\",\"faceIds\":[\"" + first + "\"]}");
    JsonObject left = sdk.data(new GetFacesRequest(), "{\"personId\":\"anna\"}");
    sdk.data(new DeletePersonRequest(), "{\"personId\":\"anna\"}");
    library.addPerson(AddPerson.of(ANNA));
    JsonObject none = sdk.data(new GetFacesRequest(), "{\"personId\":\"anna\"}");

    assertThat(left.getAsJsonArray("faceImageItems")).hasSize(1);
    assertThat(item(left).get("url").getAsString()).isEqualTo(url);
    assertThat(none.getAsJsonArray("faceImageItems")).isEmpty();
  }

  private JsonObject add(String url) throws ClientException {
    return item(
        sdk.data(
            new AddFacesRequest(), "{\"personId\":\"anna\",\"urls\":[\"%s\"]}".formatted(url)));
  }

  private static JsonObject item(JsonObject data) {
    return data.getAsJsonArray("faceImageItems").get(0).getAsJsonObject();
  }

  /** Uploads like the official uploaders and returns the URL that they return. */
  private String upload(String name, String version) throws Exception {
    JsonObject right = sdk.data(new UploadCredentialsRequest(), "{}");
    String key = right.get("uploadFolder").getAsString() + "/" + name;
    String bucket = right.get("uploadBucket").getAsString();
    OSSClient client =
        OSSClient.newBuilder()
            .region("cn-shanghai")
            .endpoint(right.get("ossEndpoint").getAsString())
            .usePathStyle(true)
            .signatureVersion(version)
            .connectTimeout(Duration.ofMinutes(2))
            .readWriteTimeout(Duration.ofMinutes(2))
            .credentialsProvider(
                new StaticCredentialsProvider(
                    right.get("accessKeyId").getAsString(),
                    right.get("accessKeySecret").getAsString(),
                    right.get("securityToken").getAsString()))
            .build();
    try {
      PutObjectResult result =
          client.putObject(
              PutObjectRequest.newBuilder()
                  .bucket(bucket)
                  .key(key)
                  .body(BinaryData.fromBytes(image.bytes()))
                  .build());
      assertThat(result.eTag()).isEqualTo('"' + md5(image.bytes()) + '"');
      assertThat(result.hashCrc64ecma()).isEqualTo(Long.toUnsignedString(Crc64.of(image.bytes())));
    } finally {
      client.close();
    }
    return "oss://" + bucket + "/" + key;
  }

  private static String md5(byte[] content) throws Exception {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(MessageDigest.getInstance("MD5").digest(content));
  }
}
