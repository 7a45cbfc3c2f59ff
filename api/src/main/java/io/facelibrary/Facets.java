package io.facelibrary;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts the facets that this API knows behind the hook of a layer. */
final class Facets {
  private Facets() {}

  /** The hook of a layer: {@link ForwardingFaceLibrary#around}. */
  interface Layer {
    <T> T around(Call<T> call);
  }

  /** Returns the facet behind the layer, or the facet itself if this API does not know its type. */
  static <T> T layered(Class<T> type, T facet, Layer layer) {
    if (type == FaceArchive.class) {
      return type.cast(new LayeredArchive((FaceArchive) facet, layer));
    }
    if (type == LibraryMaintenance.class) {
      return type.cast(new LayeredMaintenance((LibraryMaintenance) facet, layer));
    }
    return facet;
  }

  /** Returns the arguments as a list. They may be null: the layer may lie outside the guard. */
  static List<Object> arguments(Object... arguments) {
    return Collections.unmodifiableList(Arrays.asList(arguments));
  }

  private record LayeredArchive(FaceArchive archive, Layer layer) implements FaceArchive {
    @Override
    public Optional<EncoderModel> model() {
      return archive.model();
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      return layer.around(
          new Call<>(
              Operation.FIND_ARCHIVED_FACE,
              arguments(person, face),
              () -> archive.findArchivedFace(person, face)));
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      return layer.around(
          new Call<>(
              Operation.ADD_ARCHIVED_FACES,
              arguments(person, faces),
              () -> archive.addArchivedFaces(person, faces)));
    }
  }

  private record LayeredMaintenance(LibraryMaintenance maintenance, Layer layer)
      implements LibraryMaintenance {
    @Override
    public CheckReport repairsAtOpen() {
      return maintenance.repairsAtOpen();
    }

    @Override
    public CheckReport check() {
      return layer.around(new Call<>(Operation.CHECK, List.of(), maintenance::check));
    }

    @Override
    public void backup(Path folder) {
      layer.around(
          new Call<>(
              Operation.BACKUP,
              arguments(folder),
              () -> {
                maintenance.backup(folder);
                return Boolean.TRUE;
              }));
    }
  }
}
