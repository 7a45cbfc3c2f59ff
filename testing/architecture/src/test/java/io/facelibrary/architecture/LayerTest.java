package io.facelibrary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {

  @ParameterizedTest
  @CsvSource({
    "API,io.facelibrary.engine,api may not use engine",
    "INMEMORY,io.facelibrary.embedded,provider-inmemory may not use provider-embedded",
    "ALIYUN,io.facelibrary.green,provider-aliyun may not use server-green",
    "RECOGNITION,io.facelibrary.recognition.onnx,recognition may not use recognition-onnx",
    "CLI,io.facelibrary.green.internal.auth,io.facelibrary.green.internal.auth is internal to"
        + " server-green",
    "EXAMPLES,io.facelibrary.recognition.internal,io.facelibrary.recognition.internal is internal to"
        + " recognition",
    "API,io.facelibrary.attic,io.facelibrary.attic is in no layer: add it to the map",
    "ENGINE,org.sqlite.core,engine may not use the library org.sqlite.core",
  })
  void anArrowThatIsNotOnTheMapIsRefused(Layer layer, String target, String reason) {
    assertThat(layer.refusal(target)).hasValue(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "API,java.util.function",
    "API,org.jspecify.annotations",
    "EMBEDDED,org.sqlite.core",
    "INMEMORY,io.facelibrary.engine",
    "SERVER_GREEN,io.facelibrary.green.internal.auth",
    "SERVER_GREEN_APP,io.facelibrary.green",
    "RECOGNITION_ONNX,io.facelibrary.recognition.internal",
  })
  void anArrowOfTheMapIsAllowed(Layer layer, String target) {
    assertThat(layer.refusal(target)).isEmpty();
  }

  @Test
  void aPackageBelongsToTheModuleWithTheLongestFittingName() {
    assertThat(Layer.of("io.facelibrary.green.app")).hasValue(Layer.SERVER_GREEN_APP);
    assertThat(Layer.of("io.facelibrary.green.internal.auth")).hasValue(Layer.SERVER_GREEN);
    assertThat(Layer.of("io.facelibrary.greenhouse")).isEmpty();
  }
}
