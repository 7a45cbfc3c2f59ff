package io.facelibrary.green.support;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import java.util.List;
import java.util.stream.IntStream;

/** A library whose face ids are not numbers. */
public final class TextFaceIds extends ForwardingFaceLibrary {
  private static final String PREFIX = "face-";

  public TextFaceIds(FaceLibrary library) {
    super(library);
  }

  private static FaceId toText(FaceId face) {
    return FaceId.of(PREFIX + face.value());
  }

  /** Maps an id without the prefix to one that does not exist. */
  private static FaceId toNumber(FaceId face) {
    return FaceId.of(
        face.value().startsWith(PREFIX)
            ? face.value().substring(PREFIX.length())
            : "none" + face.value());
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return AddFacesResult.of(
        super.addFaces(request).outcomes().stream()
            .map(
                it ->
                    it instanceof AddFacesResult.Added added
                        ? AddFacesResult.Added.of(toText(added.face()))
                        : it)
            .toList());
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    List<FaceId> faces = request.faces();
    DeleteFacesResult result =
        super.deleteFaces(
            DeleteFaces.of(request.person(), faces.stream().map(TextFaceIds::toNumber).toList()));
    return DeleteFacesResult.of(
        IntStream.range(0, faces.size())
            .<DeleteFacesResult.Outcome>mapToObj(
                i ->
                    result.outcomes().get(i) instanceof DeleteFacesResult.Deleted
                        ? DeleteFacesResult.Deleted.of(faces.get(i))
                        : DeleteFacesResult.Absent.of(faces.get(i)))
            .toList());
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    QueryFacesResult all = super.queryFaces(QueryFaces.allOf(request.person()));
    List<Face> named = all.faces().stream().map(TextFaceIds::withTextId).toList();
    if (request.faces().isEmpty()) {
      return QueryFacesResult.of(named, List.of());
    }
    List<FaceId> requested = request.faces().get();
    return QueryFacesResult.of(
        named.stream().filter(it -> requested.contains(it.id())).toList(),
        requested.stream()
            .filter(id -> named.stream().noneMatch(it -> it.id().equals(id)))
            .toList());
  }

  private static Face withTextId(Face face) {
    Face renamed = Face.of(toText(face.id()));
    return face.source().map(renamed::withSource).orElse(renamed);
  }

  @Override
  public SearchResult search(Search request) {
    SearchResult result = super.search(request);
    return result.withFaces(result.faces().stream().map(TextFaceIds::withTextIds).toList());
  }

  private static SearchedFace withTextIds(SearchedFace face) {
    return face.withCandidates(
        face.candidates().stream()
            .map(it -> it.face().map(id -> it.withFace(toText(id))).orElse(it))
            .toList());
  }
}
