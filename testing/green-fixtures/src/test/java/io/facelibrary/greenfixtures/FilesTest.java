package io.facelibrary.greenfixtures;

import static io.facelibrary.greenfixtures.Fixtures.FOREIGN_REQUEST;
import static io.facelibrary.greenfixtures.Fixtures.QUERY;
import static io.facelibrary.greenfixtures.Fixtures.REQUEST;
import static io.facelibrary.greenfixtures.Fixtures.RESPONSE;
import static io.facelibrary.greenfixtures.Fixtures.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilesTest {
  static Stream<String> jsonFiles() {
    return Fixtures.files().stream().filter(file -> file.endsWith(".json"));
  }

  static List<String> casesWithResponse() {
    return Fixtures.casesWith(RESPONSE);
  }

  @ParameterizedTest
  @MethodSource("jsonFiles")
  void isJsonThatIsUnchangedWhenReadAndWritten(String file) {
    JsonNode read = Fixtures.json(file);

    String written = Fixtures.written(read);

    assertThat(written).isEqualTo(Fixtures.text(file));
  }

  @ParameterizedTest
  @MethodSource("casesWithResponse")
  void everyResponseHasAStatusAndTheWeakestMarkOfItsSource(String fixture) {
    Source source = Fixtures.source(fixture);

    Mark weakest = Mark.weakestIn(source.prose());

    assertThat(source.mark()).isEqualTo(weakest);
    assertThat(source.status()).isBetween(200, 599);
  }

  @Test
  void everyFileIsOfAKnownKindAndBelongsToAResponse() {
    Set<String> known =
        casesWithResponse().stream()
            .flatMap(
                fixture ->
                    Stream.of(FOREIGN_REQUEST, REQUEST, QUERY, RESPONSE, SOURCE)
                        .map(kind -> fixture + kind))
            .collect(Collectors.toSet());

    List<String> files = Fixtures.files();

    assertThat(files).isSubsetOf(known);
  }

  @Test
  void everyNameIsInKebabCase() {
    List<String> cases = casesWithResponse();

    assertThat(cases).allMatch(name -> name.matches("[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*"));
  }
}
