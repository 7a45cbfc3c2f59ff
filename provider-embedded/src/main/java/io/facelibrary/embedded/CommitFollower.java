package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies committed changes to the image files and the search index.
 *
 * @param index empty in a library without a model
 * @param dimensions the dimensions of an embedding; 0 in a library without a model
 */
record CommitFollower(
    ImageFiles images, boolean keepsImages, Optional<VectorIndex> index, int dimensions) {

  void addVector(long face, long person, byte[] vector, Set<GroupId> groups) {
    index.ifPresent(it -> it.put(face, person, vector, groups));
  }

  void removeVectors(List<Long> faces, Set<GroupId> groups) {
    index.ifPresent(it -> faces.forEach(face -> it.remove(face, groups)));
  }

  void joinGroups(List<Long> faces, Set<GroupId> groups) {
    index.ifPresent(it -> faces.forEach(face -> it.joinGroups(face, groups)));
  }

  void leaveGroups(List<Long> faces, Set<GroupId> groups) {
    index.ifPresent(it -> faces.forEach(face -> it.leaveGroups(face, groups)));
  }

  /** After the commit, removes those of the images that no face refers to. */
  void removeUnreferenced(Transaction transaction, List<String> names) {
    List<String> unreferenced = unreferenced(transaction.database(), names);
    if (!unreferenced.isEmpty()) {
      transaction.afterCommit(() -> images.removeUnpinned(unreferenced));
    }
  }

  /** Returns those of the images that no face refers to. */
  static List<String> unreferenced(Database database, Collection<String> names) {
    List<String> unreferenced = new ArrayList<>(names.size());
    try {
      for (String name : names) {
        byte[] sha256 = ImageFiles.bytes(name);
        if (database.number(
                "SELECT EXISTS (SELECT 1 FROM face WHERE image = ? AND kept = 1)", sha256)
            == 0) {
          unreferenced.add(name);
        }
      }
      return unreferenced;
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }
}
