package io.facelibrary.embedded;

import io.facelibrary.CheckReport;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.MaintainedLibrary;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A library with the doors for whoever runs it. */
final class StoreMaintenance extends ForwardingFaceLibrary implements MaintainedLibrary {
  private final Store store;

  StoreMaintenance(FaceLibrary rules, Store store) {
    super(rules);
    this.store = store;
  }

  @Override
  public CheckReport mended() {
    StoreParts.OpeningReport opening = store.parts().report();
    Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    counts.put(Finding.ORPHANED_PICTURE, opening.orphanedPictures());
    counts.put(Finding.MISSING_VECTOR, opening.restoredVectors());
    counts.put(Finding.STRAY_VECTOR, opening.droppedVectors());
    return Finding.report(counts);
  }

  @Override
  public CheckReport check() {
    return Finding.report(store.check());
  }

  @Override
  public void backup(Path folder) {
    store.backup(folder);
  }
}
