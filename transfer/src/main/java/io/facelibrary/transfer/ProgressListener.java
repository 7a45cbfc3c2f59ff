package io.facelibrary.transfer;

/** Listens to the progress of a transfer. Calls may come from several threads, one at a time. */
@FunctionalInterface
public interface ProgressListener {

  /** Called when the outcome of a face is known. In an export, called after each person. */
  void onProgress(Progress progress);
}
