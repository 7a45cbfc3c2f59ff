package io.facelibrary.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries the rows of the table in docs/compatibility.md with the compiler and the JVM. */
class BrokenCodeTest {
  @TempDir private Path folder;
  private Compiler compiler;

  @BeforeEach
  void newCompiler() {
    compiler = new Compiler(folder);
  }

  /** The outcome for a program that was compiled before the API changed. */
  private record Outcome(String oldClasses, boolean sourcesCompile) {}

  private static Outcome outcome(String oldClasses, boolean sourcesCompile) {
    return new Outcome(oldClasses, sourcesCompile);
  }

  /** Compiles a program with the API before, and runs it with the API after. */
  private Outcome change(String before, String after, String program) throws IOException {
    Path oldApi = compiler.compile(List.of(), before);
    Path newApi = compiler.compile(List.of(), after);
    Path classes = compiler.compile(List.of(oldApi), program);
    return new Outcome(run(List.of(classes, newApi)), compiler.accepts(List.of(newApi), program));
  }

  private static String run(List<Path> classPath) throws IOException {
    try (URLClassLoader loader = Compiler.load(classPath)) {
      return String.valueOf(loader.loadClass("Program").getMethod("run").invoke(null));
    } catch (InvocationTargetException e) {
      return e.getCause().getClass().getSimpleName();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the program has no method run", e);
    }
  }

  private static String program(String body) {
    return "public class Program { public static Object run() { " + body + " } }";
  }

  @Test
  void aRecordThatGainsAComponentBreaksUsers() throws IOException {
    String program = program("return new A(1).x();");
    String before = "public record A(int x) {}";

    assertThat(change(before, "public record A(int x, int y) {}", program))
        .isEqualTo(outcome("NoSuchMethodError", false));
    assertThat(
            change(
                before,
                "public record A(int x, int y) { public A(int x) { this(x, 0); } }",
                program))
        .isEqualTo(outcome("1", true));
  }

  @Test
  void aFinalClassThatGainsAFieldBreaksNobody() throws IOException {
    String before =
        "public final class A { private final int x; private A(int x) { this.x = x; }"
            + " public static A of(int x) { return new A(x); } public int x() { return x; }";
    String grown = " public A withY(int y) { return this; } public int y() { return 0; }";

    assertThat(change(before + "}", before + grown + "}", program("return A.of(1).x();")))
        .isEqualTo(outcome("1", true));
  }

  @Test
  void aConstantAddedToAnEnumBreaksSwitchesWithoutDefault() throws IOException {
    String before = "public enum A { X; public static A first() { return X; } }";
    String after = "public enum A { Y, X; public static A first() { return Y; } }";
    String error =
        Runtime.version().feature() < 21 ? "IncompatibleClassChangeError" : "MatchException";

    assertThat(change(before, after, program("return switch (A.first()) { case X -> 1; };")))
        .isEqualTo(outcome(error, false));
    assertThat(
            change(
                before,
                after,
                program("return switch (A.first()) { case X -> 1; default -> 2; };")))
        .isEqualTo(outcome("2", true));
  }

  @Test
  void anAbstractMethodBreaksAuthorsAndADefaultMethodDoesNot() throws IOException {
    String before = "public interface A { static Object call(A a) { return 1; } }";
    String added = "public interface A { %s; static Object call(A a) { return a.x(); } }";
    String author = program("return A.call(new A() {});");

    assertThat(change(before, added.formatted("Object x()"), author))
        .isEqualTo(outcome("AbstractMethodError", false));
    assertThat(
            change(
                before,
                added.formatted("default Object x() { return 2; }").replace("};", "}"),
                author))
        .isEqualTo(outcome("2", true));
  }

  @Test
  void aWrapperThatForwardsOnlyTheMethodsItKnowsGetsTheDefaultOfItsOwnMethods() throws IOException {
    String before = "public interface A { Object x(); }";
    String after =
        "public interface A { Object x(); default Object both() { return x() + \"+\" + x(); }"
            + " static Object call(A a) { return a.both(); } }";
    Path oldApi = compiler.compile(List.of(), before);
    Path newApi = compiler.compile(List.of(), after);
    Path wrapper =
        compiler.compile(
            List.of(oldApi),
            "public class W implements A { public Object x() { return \"wrapped\"; } }");
    Path program = compiler.compile(List.of(newApi, wrapper), program("return A.call(new W());"));

    assertThat(run(List.of(program, wrapper, newApi))).isEqualTo("wrapped+wrapped");
  }

  @Test
  void aConstantOfAPrimitiveTypeKeepsItsOldValueInCompiledPrograms() throws IOException {
    assertThat(
            change(
                "public interface A { double X = 0.5; }",
                "public interface A { double X = 0.6; }",
                program("return A.X;")))
        .isEqualTo(outcome("0.5", true));
  }
}
