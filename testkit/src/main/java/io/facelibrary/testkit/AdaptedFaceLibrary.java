package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A layer over a library that lacks a baseline capability, so that the ordinary tests of the
 * contract run unchanged.
 *
 * <p>Without {@link Capability#PERSONS_WITHOUT_FACES} it adds each person with a face of its own,
 * and hides that face from queries. Without {@link Capability#CONSISTENT_QUERIES} it waits before a
 * query until every write is visible. Without {@link Capability#WRITES} a write skips the test.
 */
final class AdaptedFaceLibrary extends ForwardingFaceLibrary {
  private static final Set<Capability> ADAPTED =
      Set.of(Capability.WRITES, Capability.PERSONS_WITHOUT_FACES, Capability.CONSISTENT_QUERIES);

  private final Harness harness;
  private final Set<FaceId> hidden;
  private final Capabilities capabilities;
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong visible = new AtomicLong();

  private AdaptedFaceLibrary(FaceLibrary library, Harness harness, Set<FaceId> hidden) {
    super(library);
    this.harness = harness;
    this.hidden = hidden;
    capabilities = adapted(library.capabilities());
  }

  /**
   * Returns the library, behind this layer if it needs one.
   *
   * @param hidden the faces that no query shows; shared by all libraries of a test
   */
  static FaceLibrary of(FaceLibrary library, Harness harness, Set<FaceId> hidden) {
    return library.capabilities().offered().containsAll(ADAPTED)
        ? library
        : new AdaptedFaceLibrary(library, harness, hidden);
  }

  /** Leaves room for the hidden face of each person. */
  private static Capabilities adapted(Capabilities bare) {
    int most = bare.limits().facesPerPerson().orElse(1);
    return bare.offers(Capability.PERSONS_WITHOUT_FACES) || most == 1
        ? bare
        : bare.toBuilder()
            .limits(bare.limits().toBuilder().facesPerPerson(most - 1).build())
            .build();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  protected <T> T around(Call<T> call) {
    Operation operation = call.operation();
    if (!operation.isRead()) {
      assumeTrue(
          capabilities.offers(Capability.WRITES),
          "the library does not offer " + Capability.WRITES);
      try {
        return call.proceed();
      } finally {
        writes.incrementAndGet();
      }
    }
    if (operation != Operation.SEARCH) {
      waitForWrites();
    }
    return call.proceed();
  }

  private void waitForWrites() {
    long due = writes.get();
    if (!capabilities.offers(Capability.CONSISTENT_QUERIES) && visible.get() < due) {
      harness.waitForQueries(capabilities.queryDelay());
      visible.accumulateAndGet(due, Math::max);
    }
  }

  @Override
  public void addPerson(AddPerson request) {
    if (capabilities.offers(Capability.PERSONS_WITHOUT_FACES)) {
      super.addPerson(request);
    } else {
      assumeTrue(
          delegate().capabilities().limits().facesPerPerson().orElse(Integer.MAX_VALUE) > 1,
          "a person needs a face and may hold one only, so that a test can add none");
      hidden.addAll(enrol(request, List.of(harness.freshImage(this))).orThrow());
    }
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    QueryFacesResult result = super.queryFaces(request);
    return request.faces().isPresent()
        ? result
        : QueryFacesResult.of(
            result.faces().stream().filter(this::isShown).toList(), result.missing());
  }

  private boolean isShown(Face face) {
    return !hidden.contains(face.id());
  }
}
