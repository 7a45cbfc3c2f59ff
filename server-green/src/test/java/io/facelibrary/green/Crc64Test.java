package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc64Test {

  @Test
  void returnsTheCheckValueOfTheCrcCatalog() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);

    assertThat(Long.toHexString(Crc64.of(check))).isEqualTo("995dc9bbdf1939fa");
  }
}
