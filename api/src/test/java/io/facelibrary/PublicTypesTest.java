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
          "FaceEmbedding.copyTo",
          "FaceEncoderProvider.open",
          "FaceLibraryProvider.open",
          "LibraryMaintenance.backup",
          "Similarity.compareTo");

  /** Checks the elements later: in build(), or when a setting is looked up. */
  private static final Set<String> CHECKS_ELEMENTS_LATER = Set.of();

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
    return factories()
        .flatMap(
            factory ->
                IntStream.range(0, factory.getParameterCount())
                    .filter(i -> isCollection(factory.getParameterTypes()[i]))
                    .mapToObj(
                        i ->
                            DynamicTest.dynamicTest(
                                name(factory) + ", parameter " + i,
                                () -> assertCopies(factory, i))));
  }

  private static void assertCopies(Executable factory, int place) throws Throwable {
    Object[] arguments = samples(factory.getGenericParameterTypes());
    Object value = invoke(factory, arguments);
    String shown = value.toString();

    clear(arguments[place]);

    assertThat(value).hasToString(shown);
  }

  @TestFactory
  Stream<DynamicTest> aReturnedCollectionIsUnmodifiable() {
    return executables()
        .filter(Method.class::isInstance)
        .map(Method.class::cast)
        .filter(method -> Modifier.isFinal(method.getDeclaringClass().getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        // It always throws.
        .filter(method -> !name(method).equals("Rejected.orThrow"))
        .filter(method -> method.getParameterCount() == 0 && isCollection(method.getReturnType()))
        .map(
            method ->
                DynamicTest.dynamicTest(
                    name(method),
                    () -> {
                      Object seen = invoke(method, new Object[0]);

                      assertThatThrownBy(() -> clear(seen))
                          .isInstanceOf(UnsupportedOperationException.class);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> valuesOfTheSameFieldsAreEqual() {
    return factories()
        .filter(factory -> hasEquals(factory.getDeclaringClass()))
        .map(
            factory ->
                DynamicTest.dynamicTest(
                    name(factory) + Arrays.toString(factory.getParameterTypes()),
                    () -> {
                      Object one = invoke(factory, samples(factory.getGenericParameterTypes()));
                      Object other = invoke(factory, samples(factory.getGenericParameterTypes()));

                      assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
                      assertThat(one).isNotEqualTo(null).isNotEqualTo(new Object());
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

  /** Returns the constructors and static methods that return a value of their own type. */
  private static Stream<Executable> factories() {
    return executables()
        .filter(executable -> !executable.getDeclaringClass().isEnum())
        .filter(
            executable ->
                executable instanceof Constructor
                    || (Modifier.isStatic(executable.getModifiers())
                        && ((Method) executable).getReturnType()
                            == executable.getDeclaringClass()));
  }

  private static boolean hasEquals(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
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
