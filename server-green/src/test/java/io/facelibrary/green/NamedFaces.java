package io.facelibrary.green;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.Candidate;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceMatch;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import java.util.List;
import java.util.stream.IntStream;

/** A library whose ids of faces are no numbers. */
final class NamedFaces extends ForwardingFaceLibrary {
  private static final String PREFIX = "face-";

  NamedFaces(FaceLibrary numbered) {
    super(numbered);
  }

  private static FaceId named(FaceId face) {
    return FaceId.of(PREFIX + face.value());
  }

  /** An id that is no name of ours names no face. */
  private static FaceId numbered(FaceId face) {
    return FaceId.of(
        face.value().startsWith(PREFIX)
            ? face.value().substring(PREFIX.length())
            : "none" + face.value());
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return new AddFacesResult(
        super.addFaces(request).outcomes().stream()
            .map(
                it ->
                    it instanceof AddFacesResult.Added added
                        ? new AddFacesResult.Added(named(added.face()))
                        : it)
            .toList());
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    List<FaceId> faces = request.faces();
    DeleteFacesResult result =
        super.deleteFaces(
            new DeleteFaces(request.person(), faces.stream().map(NamedFaces::numbered).toList()));
    return new DeleteFacesResult(
        IntStream.range(0, faces.size())
            .<DeleteFacesResult.Outcome>mapToObj(
                i ->
                    result.outcomes().get(i) instanceof DeleteFacesResult.Deleted
                        ? new DeleteFacesResult.Deleted(faces.get(i))
                        : new DeleteFacesResult.Absent(faces.get(i)))
            .toList());
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    QueryFacesResult all = super.queryFaces(QueryFaces.allOf(request.person()));
    List<Face> named =
        all.faces().stream().map(it -> new Face(named(it.id()), it.source())).toList();
    if (request.faces().isEmpty()) {
      return new QueryFacesResult(named, List.of());
    }
    List<FaceId> asked = request.faces().get();
    return new QueryFacesResult(
        named.stream().filter(it -> asked.contains(it.id())).toList(),
        asked.stream().filter(id -> named.stream().noneMatch(it -> it.id().equals(id))).toList());
  }

  @Override
  public SearchResult search(Search request) {
    SearchResult result = super.search(request);
    return new SearchResult(
        result.matches().stream()
            .map(
                match ->
                    new FaceMatch(
                        match.box(),
                        match.candidates().stream()
                            .map(
                                it -> new Candidate(it.person(), named(it.face()), it.similarity()))
                            .toList()))
            .toList(),
        result.model());
  }
}
