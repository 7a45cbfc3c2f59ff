package io.facelibrary.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison reports each change that breaks somebody, and no other. */
class ComparisonTest {
  private static final Path API = Published.ROOT.resolve("api/target/classes");
  private static final String HEAD = "package p;\nimport io.facelibrary.Incubating;\n";

  @TempDir private Path folder;
  private Compiler compiler;

  @BeforeEach
  void newCompiler() {
    compiler = new Compiler(folder);
  }

  private List<String> breaks(String before, String after) throws IOException {
    return breaks(List.of(before), List.of(after));
  }

  private List<String> breaks(List<String> before, List<String> after) throws IOException {
    return Comparison.breaks(jar("before.jar", before), jar("after.jar", after));
  }

  private Path jar(String name, List<String> sources) throws IOException {
    String[] texts = sources.stream().map(it -> HEAD + it).toArray(String[]::new);
    Path jar = folder.resolve(name);
    Signatures.of(List.of(compiler.compile(List.of(API), texts))).write(jar);
    return jar;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public record A(int x) {}           | public record A(int x, int y) {}                | p.A.A(int): CONSTRUCTOR_REMOVED
          public interface A { }              | public interface A { void x(); }                | p.A.x(): METHOD_ADDED_TO_INTERFACE
          public interface A { void x(); }    | public interface A { }                          | p.A.x(): METHOD_REMOVED
          public class A { public int x(); }  | public class A { public long x(); }             | p.A.x(): METHOD_RETURN_TYPE_CHANGED
          public class A {}                   | public final class A {}                         | p.A: CLASS_NOW_NOT_EXTENDABLE
          public enum A { X, Y }              | public enum A { X }                             | p.A.Y: FIELD_REMOVED
          public class A { protected A() {} } | public class A { A() {} }                       | p.A.A(): CONSTRUCTOR_REMOVED
          public class A {}                   | class A {}                                      | p.A: CLASS_REMOVED
          public class A {}                   | @Incubating(since = "2") public class A {}      | p.A: CLASS_REMOVED
          """)
  void reportsAChangeThatBreaksSomebody(String before, String after, String expected)
      throws IOException {
    assertThat(breaks(withBodies(before), withBodies(after))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public record A(int x) {}        | public record A(int x, int y) { public A(int x) { this(x, 0); } }
          public interface A { }           | public interface A { default void x() {} }
          public interface A { void x(); } | public interface A { default void x() {} }
          public enum A { X }              | public enum A { X, Y }
          public class A { int x; A(int x) {} } | public class A { A(long x) {} }
          @Incubating(since = "1") public class A { public int x() ; } | public class A {}
          public class A { @Incubating(since = "1") public int x() ; } | public class A {}
          public class A { @Incubating(since = "1") public static final int X = 1; } | public class A {}
          public class A { private int x() ; } | public class A {}
          public class A { A() {} } | public final class A { A() {} }
          """)
  void reportsNoChangeThatBreaksNobody(String before, String after) throws IOException {
    assertThat(breaks(withBodies(before), withBodies(after))).isEmpty();
  }

  private static String withBodies(String source) {
    return source.replaceAll("((?:int|long) x\\(\\)) ?;", "$1 { return 1; }");
  }

  @Test
  void ignoresInternalPackages() throws IOException {
    String before = "public class A { public int x() { return 1; } }";

    assertThat(
            Comparison.breaks(
                jarOf("before.jar", "package p.internal.q;\n" + before),
                jarOf("after.jar", "package p.internal.q;\npublic class A {}")))
        .isEmpty();
  }

  @Test
  void ignoresIncubatingPackages() throws IOException {
    String mark = "@io.facelibrary.Incubating(since = \"1\")\npackage p;\n// class package-info";
    Path before = jarOf("before.jar", "package p;\npublic class A {}", mark);

    assertThat(Comparison.breaks(before, jarOf("after.jar", "package q;\npublic class B {}")))
        .isEmpty();
  }

  @Test
  void reportsTheMethodsOfASupertypeThatIsNotPublic() throws IOException {
    String type = "public class A extends B {}";

    assertThat(
            breaks(
                List.of(type, "class B { public int x() { return 1; } }"),
                List.of(type, "class B {}")))
        .anyMatch(it -> it.startsWith("p.A") && it.contains("METHOD_REMOVED"));
  }

  private Path jarOf(String name, String... sources) throws IOException {
    Path jar = folder.resolve(name);
    Signatures.of(List.of(compiler.compile(List.of(API), sources))).write(jar);
    return jar;
  }
}
