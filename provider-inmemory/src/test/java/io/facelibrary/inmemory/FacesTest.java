package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final FaceImage PICTURE = FaceImage.at("https://example.com/1.jpg");

  @Property
  void behavesAsAMapThatKeepsItsOrder(
      @ForAll @Size(max = 200) List<@IntRange(min = -60, max = 40) Integer> steps) {
    Faces faces = new Faces();
    FaceIds ids = new FaceIds();
    Map<FaceId, Face> model = new LinkedHashMap<>();
    List<FaceId> issued = new ArrayList<>();

    for (int step : steps) {
      if (step >= 0 || issued.isEmpty()) {
        Face face = Face.of(ids.issue());
        issued.add(face.id());
        faces.add(face, PICTURE);
        model.put(face.id(), face);
      } else {
        FaceId named = issued.get(-step % issued.size());
        assertThat(faces.delete(named).isPresent()).isEqualTo(model.remove(named) != null);
      }
    }

    assertThat(faces.count()).isEqualTo(model.size());
    assertThat(faces.all()).containsExactlyElementsOf(model.values());
    assertThat(faces.known())
        .extracting(Faces.Known::face)
        .containsExactlyElementsOf(model.keySet());
    for (FaceId id : issued) {
      assertThat(faces.find(id).isPresent()).isEqualTo(model.containsKey(id));
    }
  }

  @Test
  void findsNoFaceUnderAnIdOfAnotherForm() {
    Faces faces = new Faces();
    FaceId id = new FaceIds().issue();
    faces.add(Face.of(id), PICTURE);

    assertThat(faces.find(FaceId.of("0" + id.value()))).isEmpty();
    assertThat(faces.find(FaceId.of("+" + id.value()))).isEmpty();
    assertThat(faces.find(FaceId.of("x"))).isEmpty();
    assertThat(faces.delete(FaceId.of(id.value() + " "))).isEmpty();
  }

  @RepeatedTest(50)
  void issuesNeighboursOf17DigitsThatADoubleTakesForOne() {
    FaceIds ids = new FaceIds();

    List<Long> issued =
        Stream.generate(ids::issue).limit(4).map(id -> Long.parseLong(id.value())).toList();

    long first = issued.get(0);
    assertThat(Long.toString(first)).hasSize(17);
    assertThat(issued).containsExactly(first, first + 1, first + 2, first + 3);
    // Above 2^53 doubles lie two or more apart, so four neighbours share at most three of them.
    assertThat(issued.stream().map(Long::doubleValue).distinct()).hasSizeLessThan(4);
  }

  @Test
  void startsEveryLibraryAtOtherIds() {
    assertThat(new FaceIds().issue()).isNotEqualTo(new FaceIds().issue());
  }
}
