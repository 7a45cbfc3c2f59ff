package io.facelibrary.green.internal.auth;

import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.BARE;
import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.WITH_EQUALS_SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedQueryTest {

  @Test
  void sortsByNameAndKeepsTheOrderOfTheSameName() {
    assertThat(SignedQuery.ofForm("b=2&a=z&B=1&a=y").decoded(BARE)).isEqualTo("B=1&a=z&a=y&b=2");
  }

  @Test
  void writesEmptyValuesInEitherForm() {
    var query = SignedQuery.ofForm("b=&a");

    assertThat(query.decoded(BARE)).isEqualTo("a&b");
    assertThat(query.decoded(WITH_EQUALS_SIGN)).isEqualTo("a=&b=");
    assertThat(query.encoded(BARE)).isEqualTo("a&b");
  }

  @Test
  void decodesPlusSignsInFormsAndKeepsThemInUris() {
    assertThat(SignedQuery.ofForm("a=1+2%2B3").decoded(BARE)).isEqualTo("a=1 2+3");
    assertThat(SignedQuery.ofUri("a=1+2%2B3").decoded(BARE)).isEqualTo("a=1+2+3");
    assertThat(SignedQuery.ofForm("a=1+2%2B3").encoded(BARE)).isEqualTo("a=1%202%2B3");
  }

  @Test
  void keepsMalformedEscapes() {
    assertThat(SignedQuery.ofForm("a=%&b=%4&c=%zz&d=100%").decoded(BARE))
        .isEqualTo("a=%&b=%4&c=%zz&d=100%");
  }

  @Test
  void distinguishesBytesThatAreNotText() {
    String one = SignedQuery.ofForm("a=%FE").decoded(BARE);
    String other = SignedQuery.ofForm("a=%FF").decoded(BARE);

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void keepsEmptyPieces() {
    assertThat(SignedQuery.ofForm("a=1&").decoded(BARE)).isEqualTo("&a=1");
    assertThat(SignedQuery.ofForm("").isEmpty()).isTrue();
  }
}
