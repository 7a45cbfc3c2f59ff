package io.facelibrary.recognition.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFilesTest {
  private static final String FOLDER = "/io/facelibrary/recognition/models/";

  static List<String> sums() throws IOException {
    return lines(FOLDER + "SHA256SUMS");
  }

  @ParameterizedTest
  @MethodSource("sums")
  void everyFileHasItsReviewedChecksum(String sum) throws Exception {
    String[] digestAndName = sum.split("  ", 2);

    String digest = sha256(bytes(FOLDER + digestAndName[1]));

    assertThat(digest).isEqualTo(digestAndName[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "blazeface.bin, dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72",
    "face_recognition_model.bin, b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"
  })
  void theWeightsAreTheMeasuredOnes(String file, String digest) throws Exception {
    assertThat(sums()).contains(digest + "  " + file);
  }

  @ParameterizedTest
  @CsvSource({
    "blazeface.tensors, /blazeface.json, 112",
    "face_recognition_model.tensors, /face_recognition_model-weights_manifest.json, 117"
  })
  void theTablesEqualTheManifestsOfThePackages(String table, String manifest, int tensors)
      throws IOException {
    List<String> expected = tensors(manifest);

    List<String> written = lines(FOLDER + table).stream().map(ModelFilesTest::plain).toList();

    assertThat(written).hasSize(tensors).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blazeface", "face_recognition_model"})
  void theTensorsFillTheirFileExactly(String model) throws IOException {
    long bytes = 0;
    for (String line : lines(FOLDER + model + ".tensors")) {
      String[] parts = line.split(" ", -1);
      long elements = 1;
      for (String size : parts[1].split("x", -1)) {
        elements *= Integer.parseInt(size);
      }
      bytes += elements * (parts[2].equals("uint8") ? 1 : 4);
    }

    assertThat(bytes(FOLDER + model + ".bin")).hasSize(Math.toIntExact(bytes));
  }

  @Test
  void everyLicenseNamedInTheSourcesIsIncluded() throws IOException {
    String sources = new String(bytes(FOLDER + "SOURCES.md"), StandardCharsets.UTF_8);

    assertThat(sources).contains("Apache-2.0", "CC0 1.0", "MIT", "licenses");
    assertThat(bytes(FOLDER + "licenses/mediapipe-Apache-2.0.txt")).isNotEmpty();
    assertThat(bytes(FOLDER + "licenses/dlib-models-CC0-1.0.txt")).isNotEmpty();
    assertThat(bytes(FOLDER + "licenses/face-api.js-MIT.txt")).isNotEmpty();
    assertThat(bytes(FOLDER + "licenses/vladmandic-face-api-MIT.txt")).isNotEmpty();
    assertThat(bytes(FOLDER + "licenses/vladmandic-human-MIT.txt")).isNotEmpty();
  }

  private static List<String> tensors(String manifest) throws IOException {
    JsonNode root = new JsonMapper().readTree(bytes(manifest));
    JsonNode groups = root.isArray() ? root : root.get("weightsManifest");
    assertThat(groups).hasSize(1);
    List<String> lines = new ArrayList<>();
    for (JsonNode weight : groups.get(0).get("weights")) {
      List<String> sizes = new ArrayList<>();
      weight.get("shape").forEach(size -> sizes.add(size.asText()));
      JsonNode packed = weight.path("quantization");
      String type =
          packed.isMissingNode()
              ? weight.get("dtype").asText()
              : packed.get("dtype").asText()
                  + " "
                  + number(packed, "scale")
                  + " "
                  + number(packed, "min");
      lines.add(weight.get("name").asText() + " " + String.join("x", sizes) + " " + type);
    }
    return lines;
  }

  private static double number(JsonNode packed, String field) {
    return packed.get(field).doubleValue();
  }

  /** Spells the numbers as in the manifests. */
  private static String plain(String line) {
    String[] parts = line.split(" ", -1);
    for (int i = 3; i < parts.length; i++) {
      parts[i] = String.valueOf(Double.parseDouble(parts[i]));
    }
    return String.join(" ", parts);
  }

  private static List<String> lines(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ModelFilesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
