package io.facelibrary.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the export format, and the names in an export. docs/export-format.md describes
 * the content of the files.
 */
enum ExportFormat {
  /** Read only. */
  VERSION_1(1, "pictures", "picture"),
  VERSION_2(2, "images", "image");

  /** The version that is written. */
  static final ExportFormat CURRENT = VERSION_2;

  static final String NAME = "face-library-export";
  static final String MANIFEST = "manifest.json";
  static final String PERSONS = "persons.jsonl";
  static final String FACES = "faces.jsonl";
  static final String VECTORS = "vectors.f32";

  private final int version;
  private final String imageFolder;
  private final String imageField;

  ExportFormat(int version, String imageFolder, String imageField) {
    this.version = version;
    this.imageFolder = imageFolder;
    this.imageField = imageField;
  }

  int version() {
    return version;
  }

  /**
   * Returns the name of the folder of images, and of the field of the manifest that counts them.
   */
  String imageFolder() {
    return imageFolder;
  }

  /** Returns the field of a face that names its image. */
  String imageField() {
    return imageField;
  }

  /** Returns the version of this number; empty if this release cannot read it. */
  static Optional<ExportFormat> ofVersion(int version) {
    return Arrays.stream(values()).filter(it -> it.version == version).findFirst();
  }

  /** Returns the files that a manifest must name. */
  static List<String> files(boolean withVectors) {
    return withVectors ? List.of(PERSONS, FACES, VECTORS) : List.of(PERSONS, FACES);
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
