package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link in the documents leads to a file, and to a heading if it names one. */
class LinksTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(prose(page));
      while (link.find()) {
        if (!link.group(1).contains("://") && !leadsSomewhere(page, link.group(1))) {
          broken.add(page + ": " + link.group(1));
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void theIndexNamesEveryDocument() throws IOException {
    String index = prose(Page.root().resolve("docs/README.md"));
    for (Path page : pagesIn("docs")) {
      if (!page.endsWith("README.md")) {
        assertThat(index).contains("](" + page.getFileName() + ")");
      }
    }
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    String[] fileAndAnchor = target.split("#", 2);
    Path file =
        fileAndAnchor[0].isEmpty()
            ? page
            : page.resolveSibling(Path.of(fileAndAnchor[0])).normalize();
    return Files.exists(file)
        && (fileAndAnchor.length == 1 || anchors(file).contains(fileAndAnchor[1]));
  }

  private static List<String> anchors(Path page) throws IOException {
    return HEADING.matcher(prose(page)).results().map(it -> anchor(it.group(1))).toList();
  }

  /** Returns the anchor that GitHub gives to a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static String prose(Path page) throws IOException {
    return FENCED.matcher(Files.readString(page)).replaceAll("");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "examples", "testing/green-fixtures")) {
      pages.addAll(pagesIn(folder));
    }
    return pages;
  }

  private static List<Path> pagesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Page.root().resolve(folder).toAbsolutePath())) {
      return files.filter(it -> it.toString().endsWith(".md")).sorted().toList();
    }
  }
}
