package io.facelibrary.examples;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The arrows of the design, over every module at once. It is kept here because only the examples
 * see all the others.
 */
@AnalyzeClasses(packages = "io.facelibrary", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String API = "io.facelibrary";
  private static final String JAVA = "java..";
  private static final String NULLNESS = "org.jspecify.annotations..";
  private static final String TESTKIT = "io.facelibrary.testkit..";
  private static final String RESILIENCE = "io.facelibrary.resilience..";
  private static final String GUICE = "io.facelibrary.guice..";
  private static final String RECOGNITION = "io.facelibrary.recognition..";
  private static final String ENGINE = "io.facelibrary.engine..";
  private static final String EXAMPLES = "io.facelibrary.examples..";
  private static final String SERVER_PROGRAM = "io.facelibrary.green.app..";

  /**
   * A package that is none of the others is a provider's, so a new one is covered at once. The
   * server counts as one: it knows the API and no provider.
   */
  private static final DescribedPredicate<JavaClass> PROVIDER =
      JavaClass.Predicates.resideInAPackage("io.facelibrary.(*)..")
          .and(
              JavaClass.Predicates.resideOutsideOfPackages(
                  TESTKIT, RESILIENCE, GUICE, RECOGNITION, ENGINE, EXAMPLES))
          .as("providers");

  private static final SliceAssignment ONE_PER_PROVIDER =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return PROVIDER.test(type)
              ? SliceIdentifier.of(type.getPackageName().split("\\.", -1)[2])
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "one per provider";
        }
      };

  private static final DescribedPredicate<JavaClass> LIBRARY =
      JavaClass.Predicates.resideOutsideOfPackages(EXAMPLES, SERVER_PROGRAM).as("library modules");

  @ArchTest
  static final ArchRule apiStandsAlone =
      classes()
          .that()
          .resideInAPackage(API)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(API, JAVA, NULLNESS);

  @ArchTest
  static final ArchRule providersKnowOnlyTheApi =
      noClasses()
          .that(PROVIDER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TESTKIT, RESILIENCE, GUICE, RECOGNITION, EXAMPLES);

  @ArchTest
  static final ArchRule providersNeverKnowEachOther =
      slices().assignedFrom(ONE_PER_PROVIDER).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule layersKnowOnlyTheApi =
      classes()
          .that()
          .resideInAPackage(RESILIENCE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(RESILIENCE, API, JAVA, NULLNESS);

  @ArchTest
  static final ArchRule engineKnowsOnlyTheApi =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(ENGINE, API, JAVA, NULLNESS);

  @ArchTest
  static final ArchRule testkitKnowsNoProvider =
      noClasses()
          .that()
          .resideInAPackage(TESTKIT)
          .should()
          .dependOnClassesThat(PROVIDER)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(RESILIENCE, GUICE, RECOGNITION, ENGINE, EXAMPLES);

  @ArchTest
  static final ArchRule guiceKnowsNoProvider =
      noClasses()
          .that()
          .resideInAPackage(GUICE)
          .should()
          .dependOnClassesThat(PROVIDER)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(TESTKIT, RESILIENCE, RECOGNITION, ENGINE, EXAMPLES);

  @ArchTest
  static final ArchRule recognitionKnowsNoProvider =
      noClasses()
          .that()
          .resideInAPackage(RECOGNITION)
          .should()
          .dependOnClassesThat(PROVIDER)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(TESTKIT, RESILIENCE, GUICE, ENGINE, EXAMPLES);

  @ArchTest
  static final ArchRule recognitionKnowsNoOtherEngine =
      noClasses()
          .that()
          .resideInAPackage("io.facelibrary.recognition")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.facelibrary.recognition.onnx..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.facelibrary.(*)..").should().beFreeOfCycles();

  // The contract listens to streams and logs, to see that no secret gets there.
  private static final DescribedPredicate<JavaClass> DO_NOT_LISTEN =
      DescribedPredicate.not(name("io.facelibrary.testkit.LogCapture"));

  @ArchTest
  static final ArchRule librariesDoNotPrint =
      noClasses().that(LIBRARY).and(DO_NOT_LISTEN).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule librariesDoNotLog =
      noClasses()
          .that(LIBRARY)
          .and(DO_NOT_LISTEN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule packagesAreNamedAfterWhatTheyDo =
      noClasses().should().resideInAnyPackage("..util..", "..common..");
}
