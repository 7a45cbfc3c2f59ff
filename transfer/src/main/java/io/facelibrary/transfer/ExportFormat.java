package io.facelibrary.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The names in an export; docs/export-format.md says what is in the files. */
final class ExportFormat {
  static final String NAME = "face-library-export";
  static final int VERSION = 1;

  static final String MANIFEST = "manifest.json";
  static final String PERSONS = "persons.jsonl";
  static final String FACES = "faces.jsonl";
  static final String VECTORS = "vectors.f32";
  static final String PICTURES = "pictures";

  private ExportFormat() {}

  /** The files that a manifest names. */
  static List<String> files(boolean withVectors) {
    return withVectors ? List.of(PERSONS, FACES, VECTORS) : List.of(PERSONS, FACES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
