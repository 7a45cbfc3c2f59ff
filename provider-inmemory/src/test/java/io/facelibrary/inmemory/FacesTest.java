package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.engine.FaceIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/1.jpg");

  @Property
  void behavesLikeAMapInInsertionOrder(
      @ForAll @Size(max = 200) List<@IntRange(min = -60, max = 40) Integer> steps) {
    Faces faces = new Faces();
    FaceIds ids = FaceIds.startingAtRandom();
    Map<FaceId, Face> model = new LinkedHashMap<>();
    List<FaceId> issued = new ArrayList<>();

    for (int step : steps) {
      if (step >= 0 || issued.isEmpty()) {
        Face face = Face.of(ids.issue());
        issued.add(face.id());
        faces.add(face, IMAGE);
        model.put(face.id(), face);
      } else {
        FaceId named = issued.get(-step % issued.size());
        assertThat(faces.delete(named).isPresent()).isEqualTo(model.remove(named) != null);
      }
    }

    assertThat(faces.count()).isEqualTo(model.size());
    assertThat(faces.all()).containsExactlyElementsOf(model.values());
    assertThat(faces.indexed())
        .extracting(Faces.Indexed::face)
        .containsExactlyElementsOf(model.keySet());
    for (FaceId id : issued) {
      assertThat(faces.find(id).isPresent()).isEqualTo(model.containsKey(id));
    }
  }

  @Test
  void findsNoFaceByAnIdInAnotherForm() {
    Faces faces = new Faces();
    FaceId id = FaceIds.startingAtRandom().issue();
    faces.add(Face.of(id), IMAGE);

    assertThat(faces.find(FaceId.of("0" + id.value()))).isEmpty();
    assertThat(faces.find(FaceId.of("+" + id.value()))).isEmpty();
    assertThat(faces.find(FaceId.of("x"))).isEmpty();
    assertThat(faces.delete(FaceId.of(id.value() + " "))).isEmpty();
  }
}
