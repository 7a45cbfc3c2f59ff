package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries that are correct for small batches and wrong for large ones. */
final class BatchLiars {
  private static final int SMALL = 10;

  private BatchLiars() {}

  static Stream<Liar> all() {
    return Stream.of(aboutAdding(), aboutQuerying(), aboutDeleting()).flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutAdding() {
    return Stream.of(
        Liar.large(
            "returns outcomes beyond the tenth in another order",
            AddFacesContract.class,
            "returnsOutcomesInTheOrderOfTheImagesAsSourceUrlsShow",
            ReversedAdds::new),
        Liar.large(
            "returns outcomes beyond the tenth in another order that only search shows",
            AddFacesContract.class,
            "returnsOutcomesInTheOrderOfTheImagesAsSearchShows",
            ReversedAdds::new),
        Liar.large(
            "forgets the last of five images",
            AddFacesContract.class,
            "returnsOneOutcomePerImage",
            ForgottenFifth::new),
        new Liar(
            "forgets the last of five images, and a person may hold four",
            FaceLimitContract.class,
            "rejectsOnlyTheImagesBeyondTheLimitOfAPerson",
            () ->
                new NotebookHarness(
                    Offered.within(Liar.LARGE.limits().toBuilder().facesPerPerson(4).build()),
                    ForgottenFifth::new)));
  }

  private static Stream<Liar> aboutQuerying() {
    String order = "returnsTheNamedFacesInTheOrderOfTheRequest";
    return Stream.of(
        Liar.of(
            "ignores named faces beyond the tenth",
            QueryFacesContract.class,
            order,
            QueryingTen::new),
        Liar.large(
            "ignores named faces beyond the tenth of many",
            QueryFacesContract.class,
            order,
            QueryingTen::new),
        Liar.large(
            "returns named faces beyond the tenth in another order",
            QueryFacesContract.class,
            order,
            honest -> new Querying(honest, BatchLiars::reverseBeyondTen)));
  }

  private static Stream<Liar> aboutDeleting() {
    String complete = "deletesEveryNamedFaceAndNoOther";
    return Stream.of(
        Liar.of(
            "deletes no face beyond the tenth", DeleteFacesContract.class, complete, Deleting::new),
        Liar.large(
            "deletes no face beyond the tenth of many",
            DeleteFacesContract.class,
            complete,
            Deleting::new),
        Liar.large(
            "returns outcomes beyond the tenth in another order",
            DeleteFacesContract.class,
            "returnsDeletedAndAbsentInTheOrderOfTheRequest",
            ReversedDeletes::new));
  }

  private static <T> List<T> firstTen(List<T> items) {
    return items.subList(0, Math.min(SMALL, items.size()));
  }

  private static <T> List<T> reverseBeyondTen(List<T> items) {
    List<T> changed = new ArrayList<>(items);
    Collections.reverse(changed.subList(Math.min(SMALL, changed.size()), changed.size()));
    return changed;
  }

  private static final class ReversedAdds extends ForwardingFaceLibrary {
    ReversedAdds(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      List<FaceImage> images = reverseBeyondTen(request.images());
      return super.addFaces(AddFaces.of(request.person(), images));
    }
  }

  private static final class ForgottenFifth extends ForwardingFaceLibrary {
    ForgottenFifth(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      List<FaceImage> images = request.images();
      return images.size() < 5
          ? super.addFaces(request)
          : super.addFaces(AddFaces.of(request.person(), images.subList(0, images.size() - 1)));
    }
  }

  private static final class QueryingTen extends ForwardingFaceLibrary {
    QueryingTen(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public QueryFacesResult queryFaces(QueryFaces request) {
      return super.queryFaces(
          request
              .faces()
              .map(faces -> QueryFaces.of(request.person(), firstTen(faces)))
              .orElse(request));
    }
  }

  private static final class Querying extends ForwardingFaceLibrary {
    private final UnaryOperator<List<Face>> defect;

    Querying(FaceLibrary honest, UnaryOperator<List<Face>> defect) {
      super(honest);
      this.defect = defect;
    }

    @Override
    public QueryFacesResult queryFaces(QueryFaces request) {
      QueryFacesResult result = super.queryFaces(request);
      return request.faces().isEmpty()
          ? result
          : QueryFacesResult.of(defect.apply(result.faces()), result.missing());
    }
  }

  private static final class Deleting extends ForwardingFaceLibrary {
    Deleting(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public DeleteFacesResult deleteFaces(DeleteFaces request) {
      List<FaceId> deleted = firstTen(request.faces());
      List<DeleteFacesResult.Outcome> outcomes =
          new ArrayList<>(super.deleteFaces(DeleteFaces.of(request.person(), deleted)).outcomes());
      request.faces().stream()
          .skip(deleted.size())
          .forEach(face -> outcomes.add(DeleteFacesResult.Deleted.of(face)));
      return DeleteFacesResult.of(outcomes);
    }
  }

  private static final class ReversedDeletes extends ForwardingFaceLibrary {
    ReversedDeletes(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public DeleteFacesResult deleteFaces(DeleteFaces request) {
      return DeleteFacesResult.of(reverseBeyondTen(super.deleteFaces(request).outcomes()));
    }
  }
}
