package io.facelibrary.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The layers of the design, over the classes of every module. */
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> LIBRARY =
      DescribedPredicate.describe(
          "library modules",
          it -> Layer.of(it.getPackageName()).map(layer -> !layer.isProgram()).orElse(true));

  // These report to the person who runs tests, or observe streams and logs to find secrets there.
  private static final DescribedPredicate<JavaClass> NO_TEST_OUTPUT =
      DescribedPredicate.not(
          name("io.facelibrary.testkit.LogCapture")
              .or(name("io.facelibrary.testkit.SkipSummary"))
              .or(name("io.facelibrary.seeds.FixedSeeds")));

  private static JavaClasses project;

  @BeforeAll
  static void readEveryModule() throws IOException {
    project = Modules.classes();
  }

  @Test
  void everyModuleWithCodeIsOnTheMap() throws IOException {
    assertThat(Modules.foldersWithCode())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Layer.values()).map(Layer::folder).toList());
  }

  @Test
  void everyClassUsesOnlyWhatTheMapAllows() {
    classes().should(useOnlyWhatTheMapAllows()).check(project);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.facelibrary.(**)").should().beFreeOfCycles().check(project);
  }

  @Test
  void librariesDoNotPrint() {
    noClasses().that(LIBRARY).and(NO_TEST_OUTPUT).should(ACCESS_STANDARD_STREAMS).check(project);
  }

  @Test
  void librariesDoNotLog() {
    noClasses()
        .that(LIBRARY)
        .and(NO_TEST_OUTPUT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(project);
  }

  @Test
  void noPackageIsNamedUtilOrCommon() {
    noClasses().should().resideInAnyPackage("..util..", "..common..").check(project);
  }

  @Test
  void noPublishedModuleDependsOnAModuleThatTheMapDoesNotAllow() throws IOException {
    for (Layer layer : Layer.values()) {
      Path list = Modules.ROOT.resolve(layer.folder()).resolve("dependencies.txt");
      if (Files.exists(list) && !layer.isProgram()) {
        assertThat(ownModules(list)).as(layer.folder()).isSubsetOf(allowedBelow(layer));
      }
    }
  }

  private static List<String> ownModules(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(it -> it.startsWith("io.facelibrary:facelibrary-"))
        .map(it -> it.split(":", -1)[1].substring("facelibrary-".length()))
        .toList();
  }

  private static Set<String> allowedBelow(Layer layer) {
    Set<String> allowed = new TreeSet<>();
    // The module of the weights has resources only, so no class refers to it.
    allowed.add("recognition-models");
    for (Layer below : layer.below()) {
      allowed.add(below.folder());
      allowed.addAll(allowedBelow(below));
    }
    return allowed;
  }

  private static ArchCondition<JavaClass> useOnlyWhatTheMapAllows() {
    return new ArchCondition<>("use only what the map allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String from = type.getPackageName();
        if (!Layer.isOurs(from)) {
          return;
        }
        if (Layer.of(from).isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(type, from + " is in no layer: add it to the map"));
          return;
        }
        Layer layer = Layer.of(from).get();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
          layer
              .refusal(to)
              .ifPresent(
                  it ->
                      events.add(
                          SimpleConditionEvent.violated(
                              dependency, it + ": " + dependency.getDescription())));
        }
      }
    };
  }
}
