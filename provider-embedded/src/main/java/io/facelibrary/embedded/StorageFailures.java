package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What a failure of the disk or of the database means to a caller. Messages say which part of the
 * folder failed and never what was in it.
 *
 * <p>Source of the codes: sqlite.org, "Result and Error Codes"; the primary code is the low byte.
 */
final class StorageFailures {
  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private StorageFailures() {}

  /** Translates what the database threw. */
  static FaceLibraryException of(SQLException failure, Effect effect) {
    return switch (primaryCode(failure)) {
      case FULL ->
          because(ErrorKind.UNAVAILABLE, effect, "the disk of the library is full", failure);
      case READONLY, PERM ->
          because(ErrorKind.PERMISSION_DENIED, effect, "the library's file is read-only", failure);
      case CANTOPEN ->
          because(
              ErrorKind.PERMISSION_DENIED, effect, "the library's file cannot be opened", failure);
      case BUSY ->
          because(ErrorKind.UNAVAILABLE, effect, "the library is held by another", failure);
      case IOERR ->
          because(ErrorKind.UNAVAILABLE, effect, "the disk of the library failed", failure);
      case CORRUPT, NOTADB -> damaged(effect, failure);
      default -> because(ErrorKind.INTERNAL, effect, "the database refused a statement", failure);
    };
  }

  /** Translates what a file threw. */
  static FaceLibraryException of(IOException failure, String part, Effect effect) {
    if (failure instanceof ClosedByInterruptException) {
      return because(
          ErrorKind.INTERRUPTED, effect, "interrupted while writing the " + part, failure);
    }
    if (failure instanceof AccessDeniedException) {
      return because(
          ErrorKind.PERMISSION_DENIED, effect, "the " + part + " must be accessible", failure);
    }
    if (isReadOnly(failure)) {
      return because(
          ErrorKind.PERMISSION_DENIED, effect, "the " + part + " must be writable", failure);
    }
    return because(
        ErrorKind.UNAVAILABLE, effect, "the disk failed or is full at the " + part, failure);
  }

  // The JDK has no type of its own for EROFS, only the system's words.
  private static boolean isReadOnly(IOException failure) {
    return failure instanceof FileSystemException named
        && named.getReason() != null
        && named.getReason().toLowerCase(Locale.ROOT).contains("read-only");
  }

  static FaceLibraryException damaged(Effect effect, Throwable cause) {
    return because(
        ErrorKind.INTERNAL,
        effect,
        "the library's file is damaged and was left as it is: restore a backup",
        cause);
  }

  /**
   * Whether the failure ends more than the statement: the database may have rolled the whole
   * transaction back by itself (sqlite.org, "Response To Errors Within A Transaction").
   */
  static boolean endsTransaction(SQLException failure) {
    return switch (primaryCode(failure)) {
      case FULL, IOERR, CORRUPT, NOTADB, CANTOPEN, READONLY, PERM, BUSY, 7, 9 -> true;
      default -> false;
    };
  }

  static boolean isFull(SQLException failure) {
    return primaryCode(failure) == FULL;
  }

  private static int primaryCode(SQLException failure) {
    return failure.getErrorCode() & 0xFF;
  }

  // The cause's own message could quote a statement, which holds no value, as all are bound.
  private static FaceLibraryException because(
      ErrorKind kind, Effect effect, String message, Throwable cause) {
    return FaceLibraryException.builder(kind, effect, message).cause(cause).build();
  }
}
