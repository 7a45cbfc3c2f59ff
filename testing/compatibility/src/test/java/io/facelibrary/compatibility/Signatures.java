package io.facelibrary.compatibility;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.AnnotationsAttribute;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.ClassFile;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.InnerClassesAttribute;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.SignatureAttribute;

/**
 * The stable API of compiled classes, as class files without code. Left out are packages named
 * internal, everything that is marked as incubating, and all that no other package can use.
 */
final class Signatures {
  private static final String INCUBATING = "io.facelibrary.Incubating";

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, ClassFile> all = new TreeMap<>();

  /** Reads the class files below these folders. */
  static Signatures of(List<Path> folders) throws IOException {
    Signatures signatures = new Signatures();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
          ClassFile type = read(file);
          signatures.all.put(type.getName(), type);
        }
      }
    }
    return signatures;
  }

  private static ClassFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(in)) {
      return new ClassFile(data);
    }
  }

  /** Writes a jar that depends only on the API: sorted, and without times. */
  void write(Path jar) throws IOException {
    Set<String> kept = kept();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : kept) {
        JarEntry entry = new JarEntry(name.replace('.', '/') + ".class");
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(stripped(all.get(name)));
      }
    }
  }

  /** Returns the types that users can name, and their supertypes. */
  private Set<String> kept() {
    Set<String> kept = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    all.keySet().stream().filter(this::isStable).forEach(open::add);
    while (!open.isEmpty()) {
      String name = open.remove();
      ClassFile type = all.get(name);
      if (type != null && kept.add(name)) {
        open.add(type.getSuperclass() == null ? "" : type.getSuperclass());
        open.addAll(Arrays.asList(type.getInterfaces()));
      }
    }
    return kept;
  }

  private boolean isStable(String name) {
    ClassFile type = all.get(name);
    String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    ClassFile packageInfo = all.get(packageName + ".package-info");
    if (name.endsWith("-info")
        || (packageName + '.').contains(".internal.")
        || !AccessFlag.isPublic(type.getAccessFlags())
        || isIncubating(type.getAttribute(AnnotationsAttribute.invisibleTag))
        || (packageInfo != null
            && isIncubating(packageInfo.getAttribute(AnnotationsAttribute.invisibleTag)))) {
      return false;
    }
    int nested = name.lastIndexOf('$');
    return nested < 0 || isStable(name.substring(0, nested));
  }

  private static boolean isIncubating(AttributeInfo annotations) {
    return annotations instanceof AnnotationsAttribute marks
        && marks.getAnnotation(INCUBATING) != null;
  }

  private static byte[] stripped(ClassFile type) throws IOException {
    for (MethodInfo method : List.copyOf(type.getMethods())) {
      publishInherited(type, method);
      if (isHidden(method.getAccessFlags())
          || isIncubating(method.getAttribute(AnnotationsAttribute.invisibleTag))) {
        type.getMethods().remove(method);
      } else {
        method.removeCodeAttribute();
        method.getAttributes().removeIf(it -> isDropped(it.getName()));
      }
    }
    for (FieldInfo field : List.copyOf(type.getFields())) {
      if (isHidden(field.getAccessFlags())
          || isIncubating(field.getAttribute(AnnotationsAttribute.invisibleTag))) {
        type.getFields().remove(field);
      } else {
        field.getAttributes().removeIf(it -> isDropped(it.getName()));
      }
    }
    if (!type.isInterface() && type.getMethods().stream().noneMatch(MethodInfo::isConstructor)) {
      // Nobody else can extend a type without a visible constructor.
      type.setAccessFlags(type.getAccessFlags() | AccessFlag.FINAL);
    }
    type.getAttributes().removeIf(it -> isDropped(it.getName()));
    type.compact();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    type.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /**
   * Shows a method that the compiler added because a supertype that is not public has it. For users
   * it is a method of the type.
   */
  private static void publishInherited(ClassFile type, MethodInfo method) {
    boolean isBridge = (method.getAccessFlags() & AccessFlag.BRIDGE) != 0;
    if (isBridge && type.getMethods().stream().filter(it -> overloads(it, method)).count() == 1) {
      method.setAccessFlags(method.getAccessFlags() & ~(AccessFlag.BRIDGE | AccessFlag.SYNTHETIC));
    }
  }

  private static boolean overloads(MethodInfo one, MethodInfo other) {
    return one.getName().equals(other.getName())
        && parameters(one.getDescriptor()).equals(parameters(other.getDescriptor()));
  }

  private static String parameters(String descriptor) {
    return descriptor.substring(0, descriptor.indexOf(')'));
  }

  private static boolean isHidden(int flags) {
    boolean isVisible = AccessFlag.isPublic(flags) || AccessFlag.isProtected(flags);
    return !isVisible || (flags & AccessFlag.SYNTHETIC) != 0;
  }

  private static boolean isDropped(String attribute) {
    return !attribute.equals(SignatureAttribute.tag)
        && !attribute.equals(InnerClassesAttribute.tag)
        && !attribute.equals("Exceptions");
  }
}
