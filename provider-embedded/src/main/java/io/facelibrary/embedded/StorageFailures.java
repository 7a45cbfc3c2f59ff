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
 * Translates failures of the disk and the database for callers. A message names the part of the
 * folder that failed, never its content.
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

  /** Translates an exception of the database. */
  static FaceLibraryException of(SQLException failure, Effect effect) {
    return switch (primaryCode(failure)) {
      case FULL ->
          failure(ErrorKind.UNAVAILABLE, effect, "the disk of the library is full", failure);
      case READONLY, PERM ->
          failure(ErrorKind.PERMISSION_DENIED, effect, "the database file is read-only", failure);
      case CANTOPEN ->
          failure(
              ErrorKind.PERMISSION_DENIED, effect, "the database file cannot be opened", failure);
      case BUSY ->
          failure(ErrorKind.UNAVAILABLE, effect, "another process has locked the library", failure);
      case IOERR ->
          failure(ErrorKind.UNAVAILABLE, effect, "the disk of the library failed", failure);
      case CORRUPT, NOTADB -> damaged(effect, failure);
      default ->
          failure(ErrorKind.INTERNAL, effect, "the database rejected an SQL statement", failure);
    };
  }

  /** Translates an exception of a file. */
  static FaceLibraryException of(IOException failure, String part, Effect effect) {
    if (failure instanceof ClosedByInterruptException) {
      return failure(
          ErrorKind.INTERRUPTED, effect, "interrupted while writing the " + part, failure);
    }
    if (failure instanceof AccessDeniedException) {
      return failure(
          ErrorKind.PERMISSION_DENIED, effect, "the " + part + " must be accessible", failure);
    }
    if (isReadOnly(failure)) {
      return failure(
          ErrorKind.PERMISSION_DENIED, effect, "the " + part + " must be writable", failure);
    }
    return failure(
        ErrorKind.UNAVAILABLE, effect, "the disk failed or is full at the " + part, failure);
  }

  // The JDK has no exception type for EROFS, only the message of the operating system.
  private static boolean isReadOnly(IOException failure) {
    return failure instanceof FileSystemException named
        && named.getReason() != null
        && named.getReason().toLowerCase(Locale.ROOT).contains("read-only");
  }

  static FaceLibraryException damaged(Effect effect, Throwable cause) {
    return failure(
        ErrorKind.DAMAGED,
        effect,
        "the database file is damaged and was not changed: restore a backup",
        cause);
  }

  /**
   * Whether the failure affects more than the statement: the database may have rolled back the
   * whole transaction (sqlite.org, "Response To Errors Within A Transaction").
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

  // The message of the cause may quote a statement. Statements contain no values: all are bound.
  private static FaceLibraryException failure(
      ErrorKind kind, Effect effect, String message, Throwable cause) {
    return FaceLibraryException.builder(kind, effect, message).cause(cause).build();
  }
}
