package io.facelibrary.compatibility;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the changes between two jars that break programs or providers. */
final class Comparison {
  // A class could inherit two different defaults. Our types are not combined with foreign ones.
  private static final Set<JApiCompatibilityChangeType> ALLOWED =
      Set.of(JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT);

  private Comparison() {}

  /** Returns a line for each change that breaks compiled classes or sources, sorted. */
  static List<String> breaks(Path before, Path after) {
    Options options = Options.newDefault();
    options.setAccessModifier(AccessModifier.PROTECTED);
    options.setIgnoreMissingClasses(true);
    options.setNoAnnotations(true);
    List<JApiClass> types =
        new JarArchiveComparator(JarArchiveComparatorOptions.of(options))
            .compare(
                new JApiCmpArchive(before.toFile(), "the snapshot"),
                new JApiCmpArchive(after.toFile(), "this build"));
    List<String> breaks = new ArrayList<>();
    for (JApiClass type : types) {
      String name = type.getFullyQualifiedName().replace('$', '.');
      add(breaks, name, type);
      add(breaks, name, type.getSuperclass());
      type.getInterfaces().forEach(it -> add(breaks, name, it));
      for (JApiField field : type.getFields()) {
        add(breaks, name + "." + field.getName(), field);
      }
      type.getMethods().forEach(it -> add(breaks, name + "." + text(it), it));
      type.getConstructors().forEach(it -> add(breaks, name + "." + text(it), it));
    }
    return breaks.stream().sorted().distinct().toList();
  }

  private static String text(JApiBehavior behavior) {
    return behavior.getParameters().stream()
        .map(it -> it.getType().replaceAll("[\\w$]+\\.", ""))
        .collect(Collectors.joining(", ", behavior.getName() + "(", ")"));
  }

  private static void add(List<String> breaks, String name, JApiCompatibility part) {
    Stream.of(part)
        .flatMap(it -> it.getCompatibilityChanges().stream())
        .filter(it -> !it.isBinaryCompatible() || !it.isSourceCompatible())
        .filter(it -> !ALLOWED.contains(it.getType()))
        .forEach(it -> breaks.add(name + ": " + it.getType()));
  }
}
