package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FaceIdsTest {
  private static final long LAST = (1L << 44) - 1;

  @Property
  void anIdHas17DigitsAndIsNeverTheValueOfADouble(
      @ForAll long key, @ForAll @LongRange(max = LAST) long number) {
    String id = FaceIds.of(key).id(number).value();

    assertThat(id).hasSize(17);
    assertThat(Long.parseLong(id)).isGreaterThanOrEqualTo(FaceIds.LEAST).isGreaterThan(1L << 53);
    assertThat(new BigDecimal(Double.parseDouble(id)).toPlainString()).isNotEqualTo(id);
  }

  @Property
  void aRoundedIdIsNotTheIdOfAnotherFace(
      @ForAll long key, @ForAll @LongRange(max = LAST) long number) {
    FaceIds ids = FaceIds.of(key);

    String rounded = new BigDecimal(Double.parseDouble(ids.id(number).value())).toPlainString();

    assertThat(ids.number(FaceId.of(rounded))).isEmpty();
  }

  @Property
  void anIdIsConvertedBackToItsNumber(
      @ForAll long key, @ForAll @LongRange(max = LAST) long number) {
    FaceIds ids = FaceIds.of(key);

    assertThat(ids.number(ids.id(number))).isEqualTo(OptionalLong.of(number));
  }

  @Property(tries = 20)
  void idsOfConsecutiveNumbersAreDifferentAndSpread(@ForAll long key) {
    FaceIds ids = FaceIds.of(key);
    List<Long> values =
        LongStream.range(0, 1_000).mapToObj(i -> Long.parseLong(ids.id(i).value())).toList();

    assertThat(new HashSet<>(values)).hasSize(1_000);
    long quarter = (1L << 44) * FaceIds.GAP / 4;
    Set<Long> quarters = new HashSet<>();
    values.forEach(value -> quarters.add((value - FaceIds.LEAST) / quarter));
    assertThat(quarters).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    assertThat(values.stream().sorted().toList()).isNotEqualTo(values);
  }

  @Test
  void aListReturnsTheSameIdsEachTimeItIsRead() {
    FaceIds ids = FaceIds.of(7);

    List<FaceId> issued = ids.ids(40, 3);

    assertThat(issued).containsExactly(ids.id(40), ids.id(41), ids.id(42)).isEqualTo(issued);
    assertThatThrownBy(() -> issued.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> issued.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anotherTextIsNotAnId() {
    FaceIds ids = FaceIds.of(7);
    String id = ids.id(1).value();

    assertThat(ids.number(FaceId.of("0" + id))).isEmpty();
    assertThat(ids.number(FaceId.of(id.substring(1) + "x"))).isEmpty();
    assertThat(ids.number(FaceId.of("12345678901234567"))).isEmpty();
    assertThat(ids.number(FaceId.of("99999999999999999"))).isEmpty();
  }

  @Test
  void aNumberThatHasNoIdIsRefused() {
    assertThatThrownBy(() -> FaceIds.of(7).id(LAST + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FaceIds.of(7).id(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void librariesHaveDifferentIds() {
    assertThat(FaceIds.random().id(1)).isNotEqualTo(FaceIds.random().id(1));
  }
}
