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
      @ForAll @Size(max = 600) List<@IntRange(min = -60, max = 90) Integer> steps) {
    Faces faces = new Faces();
    FaceIds ids = FaceIds.random();
    Map<FaceId, Face> model = new LinkedHashMap<>();
    List<FaceId> issued = new ArrayList<>();

    for (int step : steps) {
      if (step >= 0 || issued.isEmpty()) {
        Face face = Face.of(ids.id(issued.size()));
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
    assertThat(faces.find(issued)).containsExactlyElementsOf(model.values());
    for (FaceId id : issued) {
      assertThat(faces.contains(id)).isEqualTo(model.containsKey(id));
    }
  }

  @Test
  void findsNoFaceByAnIdInAnotherForm() {
    Faces faces = new Faces();
    FaceId id = FaceIds.random().id(1);
    faces.add(Face.of(id), IMAGE);

    assertThat(faces.contains(FaceId.of("0" + id.value()))).isFalse();
    assertThat(faces.contains(FaceId.of("+" + id.value()))).isFalse();
    assertThat(faces.contains(FaceId.of("x"))).isFalse();
    assertThat(faces.delete(FaceId.of(id.value() + " "))).isEmpty();
  }
}
