package io.facelibrary.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The language gate: reads comments, message texts and names in Java sources, comments in {@code
 * pom.xml} files, and Markdown documents. It reports listed words, sentences that begin with What,
 * Who or That, and sentences that are too long.
 *
 * <p>It is one file without dependencies, so that it also runs alone: {@code java PlainEnglish.java
 * words.txt FOLDER...}
 */
final class PlainEnglish {
  static final int MAX_WORDS = 25;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<text>\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\")"
              + "|'(?:\\\\.|[^'\\\\\\n])*'"
              + "|(?<comment>/\\*.*?\\*/|//[^\\n]*(?:\\n[ \\t]*//[^\\n]*)*)"
              + "|(?<import>(?m:^)import [^;]*;)"
              + "|(?<name>[A-Za-z_$][\\w$]*)");
  private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--(.*?)-->");
  private static final Pattern WORD_OF_NAME = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\\d+");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?:][)\"']?)\\s+(?=[A-Z\"'(#])|(?<=[.!?])\\n");
  private static final Pattern RELATIVE_START =
      Pattern.compile("(?i)^[\"'(*_]*(?:what|who|that)\\b(?!'s?\\b).*[^?]$");
  // Names that other libraries and the Java platform chose.
  private static final Pattern FOREIGN_NAME =
      Pattern.compile("thenAnswer|doAnswer|willAnswer|InvocationOnMock|RETURNS_.*");

  private record Rule(boolean isName, Pattern pattern, String remedy) {}

  /** One sentence or name that breaks a rule. */
  record Finding(Path file, int line, String rule, String text) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + rule + ": " + text;
    }
  }

  private final List<Rule> rules = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Path file = Path.of("");
  private String source = "";
  private int[] lineEnds = {};

  PlainEnglish(List<String> words) {
    for (String line : words) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\t", 3);
        rules.add(
            new Rule(
                parts[0].equals("name"),
                Pattern.compile(parts[1], Pattern.CASE_INSENSITIVE),
                parts[2]));
      }
    }
  }

  /** Reads every Java source, pom.xml and Markdown document below a folder, except build output. */
  List<Finding> check(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(it -> isRead(folder.relativize(it))).sorted().toList();
    }
    int before = findings.size();
    for (Path each : files) {
      check(each, Files.readString(each));
    }
    return List.copyOf(findings.subList(before, findings.size()));
  }

  private static boolean isRead(Path path) {
    for (Path part : path) {
      String name = part.toString();
      if (name.equals("target") || name.equals("node_modules") || name.startsWith(".git")) {
        return false;
      }
    }
    String name = path.toString();
    return name.endsWith(".java")
        || path.endsWith("pom.xml")
        || (name.endsWith(".md") && !name.endsWith("SOURCES.md"));
  }

  void check(Path path, String text) {
    file = path;
    source = text;
    lineEnds = IntStream.range(0, text.length()).filter(it -> text.charAt(it) == '\n').toArray();
    if (path.toString().endsWith(".md")) {
      checkMarkdown();
    } else if (path.toString().endsWith(".xml")) {
      checkXml();
    } else {
      checkJava(path.toString().replace('\\', '/').contains("src/test/"));
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void checkJava(boolean isTest) {
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (token.group("comment") != null) {
        checkComment(token.group(), token.start());
      } else if (token.group("name") != null) {
        checkName(token.group(), token.start());
      } else if (token.group("text") != null && !isTest && token.group().indexOf(' ') > 0) {
        checkWords(withoutCode(token.group()), token.start());
      }
    }
  }

  private void checkName(String name, int at) {
    if (FOREIGN_NAME.matcher(name).matches()) {
      return;
    }
    Matcher words = WORD_OF_NAME.matcher(name);
    while (words.find()) {
      for (Rule rule : rules) {
        if (rule.isName && rule.pattern.matcher(words.group()).matches()) {
          report(at, rule.remedy, name);
        }
      }
    }
  }

  private void checkComment(String comment, int at) {
    String plain = comment.replaceAll("(?s)<pre>.*?</pre>|\\{@code\\s*\\n.*?\\}", " # ");
    plain = plain.replaceAll("\\{@(?:link|linkplain)\\s+[^\\s}]+\\s+([^}]*)\\}", "$1");
    plain = plain.replaceAll("\\{@\\w+[^}]*\\}", "Code");
    plain = plain.replaceAll("(?m)^\\s*(?:/\\*\\*?|\\*/|\\*|//)\\s?|\\*/", "");
    plain = plain.replaceAll("@(?:param|throws)\\s+\\S+", "\n\n");
    plain = plain.replaceAll("@(?:return|see|since|deprecated)\\b", "\n\n");
    plain = plain.replaceAll("</?(?:p|li|ul|ol|h\\d|br|dl|dt|dd|table|tr|td|th)\\b[^>]*>", "\n\n");
    for (String part : plain.split("\\n\\s*\\n", -1)) {
      checkSentences(withoutCode(part), at);
    }
  }

  private void checkXml() {
    Matcher comment = XML_COMMENT.matcher(source);
    while (comment.find()) {
      for (String part : comment.group(1).split("\\n\\s*\\n", -1)) {
        checkSentences(withoutCode(part), comment.start());
      }
    }
  }

  private void checkMarkdown() {
    boolean isCode = false;
    StringBuilder part = new StringBuilder();
    int start = 0;
    int at = 0;
    for (String line : source.split("\\n", -1)) {
      String bare = line.strip();
      boolean fence = bare.startsWith("```");
      boolean begins = fence || bare.isEmpty() || bare.matches("(?:[-*] |\\d+\\. |#|\\||<!--|>).*");
      if (begins) {
        checkSentences(withoutCode(part.toString()), start);
        part.setLength(0);
        start = at;
      }
      if (fence) {
        isCode = !isCode;
      } else if (!isCode && bare.startsWith("|")) {
        for (String cell : bare.split("\\|", -1)) {
          checkSentences(withoutCode(cell), at);
        }
      } else if (!isCode && !bare.startsWith("<!--")) {
        part.append(bare.replaceFirst("^(?:[-*] |\\d+\\. |#+ |> )", "")).append('\n');
      }
      at += line.length() + 1;
    }
    checkSentences(withoutCode(part.toString()), start);
  }

  /** Replaces code and link targets with one word that is not in the list. */
  private static String withoutCode(String text) {
    return text.replaceAll("``?[^`]*``?", "Code")
        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("https?://\\S+", "Link");
  }

  private void checkSentences(String part, int at) {
    for (String raw : SENTENCE_END.split(part.strip(), -1)) {
      String sentence = raw.replaceAll("\\s+", " ").strip();
      if (sentence.isEmpty()) {
        continue;
      }
      checkWords(sentence, at);
      if (RELATIVE_START.matcher(sentence).matches()) {
        report(at, "begin with the subject, not with What, Who or That", sentence);
      }
      int words = countWords(sentence);
      if (words > MAX_WORDS) {
        report(at, words + " words: use at most " + MAX_WORDS + " in a sentence", sentence);
      }
    }
  }

  private static int countWords(String sentence) {
    int words = 0;
    for (String word : sentence.split(" ", -1)) {
      if (word.matches(".*[\\p{L}\\p{N}].*")) {
        words++;
      }
    }
    return words;
  }

  private void checkWords(String text, int at) {
    for (Rule rule : rules) {
      if (!rule.isName) {
        Matcher found = rule.pattern.matcher(text);
        while (found.find()) {
          report(at, "\"" + found.group().toLowerCase(Locale.ROOT) + "\": " + rule.remedy, text);
        }
      }
    }
  }

  private void report(int at, String rule, String text) {
    int found = Arrays.binarySearch(lineEnds, at);
    int linesBefore = found < 0 ? -found - 1 : found;
    findings.add(new Finding(file, 1 + linesBefore, rule, text));
  }

  /** Prints the findings and their number. Exits with 1 if there are any. */
  public static void main(String[] args) throws IOException {
    PlainEnglish english = new PlainEnglish(Files.readAllLines(Path.of(args[0])));
    for (int i = 1; i < args.length; i++) {
      Path path = Path.of(args[i]);
      if (Files.isDirectory(path)) {
        english.check(path);
      } else {
        english.check(path, Files.readString(path));
      }
    }
    english.findings().forEach(System.out::println);
    System.out.println(english.findings().size() + " findings");
    System.exit(english.findings().isEmpty() ? 0 : 1);
  }
}
