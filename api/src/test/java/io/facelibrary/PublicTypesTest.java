package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The promises that hold for every public type. */
class PublicTypesTest {

  /** Methods that other modules implement, that only providers call, or that Java specifies. */
  private static final Set<String> NOT_CHECKED =
      Set.of(
          "FaceEncoder.encodeAll",
          "FaceEncoder.encodeOne",
          "FaceArchive.addArchivedFaces",
          "FaceArchive.findArchivedFace",
          "FaceArchive.forEachPerson",
          "FaceEmbedding.copyTo",
          "FaceEncoderProvider.open",
          "FaceLibraryProvider.open",
          "LibraryMaintenance.backup",
          "Similarity.compareTo");

  /** Checks the elements later: in build(), or when a setting is looked up. */
  private static final Set<String> CHECKS_ELEMENTS_LATER = Set.of("Builder.callsPerSecond");

  @TestFactory
  Stream<DynamicTest> aNullArgumentIsRefusedByName() {
    return executables()
        .flatMap(
            executable ->
                IntStream.range(0, executable.getParameterCount())
                    .filter(i -> !executable.getParameterTypes()[i].isPrimitive())
                    .mapToObj(i -> refusesNull(executable, i)));
  }

  private static DynamicTest refusesNull(Executable executable, int place) {
    return DynamicTest.dynamicTest(
        name(executable) + ", parameter " + place,
        () -> {
          assertRefusesNull(executable, place, null);
          if (!CHECKS_ELEMENTS_LATER.contains(name(executable))) {
            Object sample = Samples.of(executable.getGenericParameterTypes()[place]);
            Samples.withNullInside(sample)
                .forEach(bad -> assertRefusesNull(executable, place, bad));
          }
        });
  }

  private static void assertRefusesNull(Executable executable, int place, Object bad) {
    Object[] arguments = samples(executable.getGenericParameterTypes());
    arguments[place] = bad;

    assertThatThrownBy(() -> invoke(executable, arguments), "%s with %s", executable, bad)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must not be null");
  }

  @TestFactory
  Stream<DynamicTest> aCollectionIsCopied() {
    return collections(
        (type, component) -> {
          Object[] arguments = samples(types(type));
          Object record = type.getDeclaredConstructors()[0].newInstance(arguments);
          Object before = component.getAccessor().invoke(record);
          String shown = before.toString();

          clear(arguments[names(type).indexOf(component.getName())]);

          assertThat(component.getAccessor().invoke(record)).hasToString(shown);
        });
  }

  @TestFactory
  Stream<DynamicTest> aReturnedCollectionIsUnmodifiable() {
    return collections(
        (type, component) -> {
          Object record = type.getDeclaredConstructors()[0].newInstance(samples(types(type)));

          Object seen = component.getAccessor().invoke(record);

          assertThatThrownBy(() -> clear(seen)).isInstanceOf(UnsupportedOperationException.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> recordsOfTheSameFieldsAreEqual() {
    return publicTypes()
        .filter(Class::isRecord)
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(),
                    () -> {
                      Constructor<?> constructor = type.getDeclaredConstructors()[0];
                      Object one = constructor.newInstance(samples(types(type)));
                      Object other = constructor.newInstance(samples(types(type)));

                      assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
                      assertThat(one).hasToString(other.toString());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> onlyTypesDesignedForExtensionCanBeExtended() {
    return publicTypes()
        .filter(type -> !Set.of(ForwardingFaceLibrary.class).contains(type))
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(),
                    () ->
                        assertThat(
                                Modifier.isFinal(type.getModifiers())
                                    || type.isInterface()
                                    || type.isEnum()
                                    || Arrays.stream(type.getDeclaredConstructors())
                                        .noneMatch(PublicTypesTest::isOpen))
                            .isTrue()));
  }

  private static boolean isOpen(Executable executable) {
    return Modifier.isPublic(executable.getModifiers())
        || Modifier.isProtected(executable.getModifiers());
  }

  private interface Check {
    void of(Class<?> type, RecordComponent component) throws ReflectiveOperationException;
  }

  private static Stream<DynamicTest> collections(Check check) {
    return publicTypes()
        .filter(Class::isRecord)
        .flatMap(
            type ->
                Arrays.stream(type.getRecordComponents())
                    .filter(component -> isCollection(component.getType()))
                    .map(
                        component ->
                            DynamicTest.dynamicTest(
                                type.getSimpleName() + "." + component.getName(),
                                () -> check.of(type, component))));
  }

  private static boolean isCollection(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  private static void clear(Object collection) {
    if (collection instanceof Collection<?> elements) {
      elements.clear();
    } else {
      ((Map<?, ?>) collection).clear();
    }
  }

  private static Stream<Executable> executables() {
    return publicTypes()
        .flatMap(
            type ->
                Stream.<Executable>concat(
                    Arrays.stream(type.getConstructors()),
                    Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !type.isEnum() || isOurs(method))))
        .filter(executable -> Modifier.isPublic(executable.getModifiers()))
        .filter(executable -> !executable.isSynthetic())
        .filter(executable -> !executable.getName().equals("equals"))
        .filter(executable -> !NOT_CHECKED.contains(name(executable)))
        // A layer forwards its arguments, and the guard refuses them.
        .filter(executable -> executable.getDeclaringClass() != ForwardingFaceLibrary.class);
  }

  private static boolean isOurs(Method method) {
    return !method.getName().equals("valueOf");
  }

  private static String name(Executable executable) {
    String type = executable.getDeclaringClass().getSimpleName();
    return executable instanceof Constructor ? "new " + type : type + "." + executable.getName();
  }

  private static Object invoke(Executable executable, Object[] arguments) throws Throwable {
    try {
      if (executable instanceof Constructor<?> constructor) {
        return constructor.newInstance(arguments);
      }
      Object receiver =
          Modifier.isStatic(executable.getModifiers())
              ? null
              : Samples.of(executable.getDeclaringClass());
      return ((Method) executable).invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static List<String> names(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static Type[] types(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .toArray(Type[]::new);
  }

  private static Object[] samples(Type[] types) {
    return Arrays.stream(types).map(Samples::of).toArray();
  }

  private static Stream<Class<?>> publicTypes() {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.replace(".class", ""))
              .filter(name -> !name.equals("package-info"))
              .sorted()
              .toList();
      return names.stream()
          .<Class<?>>map(PublicTypesTest::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(FaceLibrary.class.getResource("FaceLibrary.class").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("io.facelibrary." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
