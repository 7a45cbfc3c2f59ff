package io.facelibrary.embedded;

import io.facelibrary.CheckReport;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Adds the operations for administrators to a library. */
final class StoreMaintenance extends ForwardingFaceLibrary implements LibraryMaintenance {
  private final WritableStore store;

  StoreMaintenance(FaceLibrary rules, WritableStore store) {
    super(rules);
    this.store = store;
  }

  @Override
  public CheckReport repairsAtOpen() {
    StoreComponents.OpeningReport opening = store.components().report();
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    counts.put(FindingKind.ORPHANED_IMAGE, opening.orphanedImages());
    counts.put(FindingKind.MISSING_VECTOR, opening.restoredVectors());
    counts.put(FindingKind.STRAY_VECTOR, opening.strayVectors());
    return FindingKind.report(counts);
  }

  @Override
  public CheckReport check() {
    return FindingKind.report(store.check());
  }

  @Override
  public void backup(Path folder) {
    store.backup(folder);
  }
}
