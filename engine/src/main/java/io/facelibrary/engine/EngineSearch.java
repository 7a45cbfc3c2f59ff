package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.Effect;
import io.facelibrary.EncodedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.KnownFace;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The searches of a library. */
final class EngineSearch {
  /** Source: help.aliyun.com document 121341, "faces recognised in one query image". */
  private static final int FACES_PER_IMAGE = 20;

  private static final Reads CONTENT = Reads.of(Part.CONTENT);

  private final LibraryStore store;
  private final EngineOptions options;
  private final Optional<ImageSearch> images;
  private final Optional<GroupDays> groupDays;
  private final Optional<SimilarityScale> scale;
  private final int facesPerImage;

  EngineSearch(LibraryStore store, EngineOptions options, Capabilities capabilities) {
    this.store = store;
    this.options = options;
    images = store instanceof ImageSearch it ? Optional.of(it) : Optional.empty();
    groupDays = options.hasNextDayGroups() ? Optional.of(groupDays(store)) : Optional.empty();
    scale = capabilities.scale();
    facesPerImage = capabilities.limits().facesPerSearch().orElse(FACES_PER_IMAGE);
  }

  private static GroupDays groupDays(LibraryStore store) {
    if (store instanceof GroupDays days) {
      return days;
    }
    throw InvalidRequestException.of(
        "nextDayGroups", "must not be set: this library does not know the age of a group");
  }

  SearchResult search(Search request) {
    return options
        .encoder()
        .map(encoder -> byEmbedding(request, encoder))
        .orElseGet(() -> byImage(request));
  }

  /** Without an encoder the image as a whole counts as one face, without a box. */
  private SearchResult byImage(Search request) {
    Search bounded = request.withMinSimilarity(least(request, 0));
    List<Candidate> similar =
        images
            .orElseThrow()
            .mostSimilar(bounded, searchable(request))
            .orElseThrow(EngineSearch::unknownFace);
    return SearchResult.of(List.of(SearchedFace.of(similar)));
  }

  private SearchResult byEmbedding(Search request, CheckedEncoder encoder) {
    List<EncodedFace> probes = probes(request, encoder);
    NearestQuery query =
        NearestQuery.of(
                probes.stream().map(it -> it.embedding().toArray()).toList(),
                searchable(request),
                request.topK())
            .withBound(new DistanceBound(encoder::similarity, faces -> least(request, faces)));
    Neighbors nearest =
        store.nearest(request.persons().isEmpty() ? query : query.withPersons(request.persons()));
    Similarity least = least(request, nearest.facesCompared());
    List<SearchedFace> searched = new ArrayList<>(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      searched.add(
          searchedFace(
              probes.get(i),
              SearchedFace.of(candidates(nearest.byProbe().get(i), least, encoder))
                  .withCompared(nearest.facesCompared())));
    }
    return SearchResult.of(searched).withModel(encoder.model().name());
  }

  private List<EncodedFace> probes(Search request, CheckedEncoder encoder) {
    if (request.probe() instanceof KnownFace known) {
      ArchivedFace content =
          store
              .read(
                  known.person(),
                  CONTENT.ofFaces(List.of(known.face())),
                  person -> person.content(known.face()))
              .flatMap(Function.identity())
              .orElseThrow(EngineSearch::unknownFace);
      return List.of(EncodedFace.of(content.embedding().orElseThrow()));
    }
    return encoder.encodeAll((FaceImage) request.probe(), facesPerImage);
  }

  private static SearchedFace searchedFace(EncodedFace probe, SearchedFace face) {
    SearchedFace placed = probe.box().map(face::withBox).orElse(face);
    return probe.quality().isPresent() ? placed.withQuality(probe.quality().getAsDouble()) : placed;
  }

  /** The least similarity of a candidate: of the request, or else as the library judges. */
  private Similarity least(Search request, long facesCompared) {
    return scale
        .map(it -> request.leastSimilarity(it, facesCompared))
        .or(request::minSimilarity)
        .or(options::ownThreshold)
        .orElse(Similarity.NONE);
  }

  private static List<Candidate> candidates(
      List<Neighbor> nearest, Similarity least, CheckedEncoder encoder) {
    List<Candidate> candidates = new ArrayList<>(nearest.size());
    for (Neighbor neighbor : nearest) {
      Similarity similarity = encoder.similarity(Math.sqrt(neighbor.squaredDistance()));
      if (similarity.isAtLeast(least)) {
        candidates.add(Candidate.of(neighbor.person(), similarity).withFace(neighbor.face()));
      }
    }
    return candidates;
  }

  /** The groups of the request that may be searched today. */
  private List<GroupId> searchable(Search request) {
    if (groupDays.isEmpty()) {
      return List.copyOf(request.groups());
    }
    GroupDays days = groupDays.get();
    LocalDate today = LocalDate.now(options.clock());
    return request.groups().stream()
        .filter(group -> days.creationDay(group).filter(today::isAfter).isPresent())
        .toList();
  }

  private static FaceLibraryException unknownFace() {
    return FaceLibraryException.of(
        ErrorKind.NOT_FOUND, Effect.NONE, "the face of the search is not in the library");
  }
}
