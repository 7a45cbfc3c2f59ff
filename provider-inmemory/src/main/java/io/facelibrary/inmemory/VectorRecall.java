package io.facelibrary.inmemory;

import io.facelibrary.Candidate;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceMatch;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows faces by embeddings, which an encoder makes of their pictures. */
final class VectorRecall implements Recall {
  /** Source: help.aliyun.com document 121341, "faces recognised in one query image". */
  private static final int FACES_A_PICTURE = 20;

  private final Map<GroupId, GroupVectors> groupVectors = new ConcurrentHashMap<>();
  private final VectorScan scan = new VectorScan();
  private final SearchableGroups groups;
  private final CheckedEncoder encoder;
  private final VectorPool pool;

  VectorRecall(SearchableGroups groups, FaceEncoder encoder) {
    this.groups = groups;
    this.encoder = new CheckedEncoder(encoder);
    pool = new VectorPool(encoder.dimensions());
  }

  @Override
  public Learning learning(List<FaceImage> images) {
    return new EncodedLearning(images, encoder, this::keep);
  }

  private Object keep(PersonEntry person, FaceId face, FaceEmbedding embedding) {
    VectorChunk chunk = pool.put(person, face, embedding);
    enter(chunk, face, person.groups());
    return chunk;
  }

  @Override
  public void forget(PersonEntry person, FaceId face, Object trace) {
    VectorChunk chunk = (VectorChunk) trace;
    leave(chunk, face, person.groups());
    pool.remove(chunk, face);
  }

  @Override
  public void enter(PersonEntry person, Collection<GroupId> entered) {
    for (Faces.Known known : person.known()) {
      enter((VectorChunk) known.trace(), known.face(), entered);
    }
  }

  private void enter(VectorChunk chunk, FaceId face, Collection<GroupId> entered) {
    long bit = chunk.bitOf(face);
    for (GroupId group : entered) {
      groupVectors.compute(
          group,
          (id, known) -> {
            GroupVectors vectors = known == null ? new GroupVectors() : known;
            vectors.add(chunk, bit);
            return vectors;
          });
    }
  }

  @Override
  public void leave(PersonEntry person, Collection<GroupId> left) {
    for (Faces.Known known : person.known()) {
      leave((VectorChunk) known.trace(), known.face(), left);
    }
  }

  private void leave(VectorChunk chunk, FaceId face, Collection<GroupId> left) {
    long bit = chunk.bitOf(face);
    for (GroupId group : left) {
      groupVectors.computeIfPresent(
          group,
          (id, vectors) -> {
            vectors.remove(chunk, bit);
            return vectors.isEmpty() ? null : vectors;
          });
    }
  }

  @Override
  public SearchResult search(Search request) {
    List<FaceEmbedding> probes = encoder.encodeAll(request.image(), FACES_A_PICTURE);
    List<GroupId> asked = groups.of(request);
    List<VectorScan.Part> parts = parts(asked);
    List<FaceMatch> matches = new ArrayList<>(probes.size());
    for (FaceEmbedding probe : probes) {
      Nearest nearest = scan.scan(parts, probe.toArray(), new Nearest(request.topK(), asked));
      matches.add(new FaceMatch(probe.box(), candidates(nearest, request)));
    }
    return new SearchResult(matches, Optional.of(encoder.model()));
  }

  /** The slots of the groups, those of a chunk that several groups share in one. */
  private List<VectorScan.Part> parts(List<GroupId> asked) {
    List<VectorScan.Part> parts = new ArrayList<>();
    Map<VectorChunk, Long> shared = new HashMap<>();
    for (GroupId group : asked) {
      GroupVectors vectors = groupVectors.get(group);
      if (vectors == null) {
        continue;
      }
      if (asked.size() == 1) {
        vectors.forEach((chunk, slots) -> parts.add(new VectorScan.Part(chunk, slots)));
      } else {
        vectors.forEach((chunk, slots) -> shared.merge(chunk, slots, (a, b) -> a | b));
      }
    }
    shared.forEach((chunk, slots) -> parts.add(new VectorScan.Part(chunk, slots)));
    return parts;
  }

  private List<Candidate> candidates(Nearest nearest, Search request) {
    List<Candidate> candidates = new ArrayList<>();
    for (Nearest.Hit hit : nearest.hits()) {
      Similarity similarity = encoder.similarity(Math.sqrt(hit.squaredDistance()));
      if (similarity.compareTo(Similarity.NONE) > 0 && similarity.isAtLeast(request.atLeast())) {
        candidates.add(new Candidate(hit.person(), hit.face(), similarity));
      }
    }
    return candidates;
  }

  @Override
  public void close() {
    scan.close();
  }
}
