package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Redacts texts of the service before they are shown. They may repeat values of the request: ids of
 * persons, URLs of images, the access key. The error for a wrong signature repeats the signed text,
 * including the security token.
 */
final class VendorText {
  private static final int MAX_CHARACTERS = 300;
  private static final int MAX_READ = 10 * MAX_CHARACTERS;
  private static final int KEY_LENGTH = 16;
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());
  private static final String HIDDEN = "***";
  private static final Pattern SIGNED =
      Pattern.compile("(?i)(string to sign is:).*", Pattern.DOTALL);
  private static final Pattern KEY_LIKE =
      Pattern.compile("(?:STS\\.)?[A-Za-z0-9+/=_-]{" + KEY_LENGTH + ",}");
  private static final Pattern URL = Pattern.compile("(?i)(?<![a-z])[a-z]+://\\S+");
  // Also characters outside ASCII that end a line or change the direction of a text.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private VendorText() {}

  /**
   * Returns the text without secrets and without the values of the request.
   *
   * @param sent the body of the request
   */
  static String redact(String text, JsonNode sent) {
    if (text.length() <= MAX_READ) {
      return cut(withoutSecrets(text, texts(sent)));
    }
    // The text may be cut within a secret, and half a secret matches no pattern. So the end is
    // dropped.
    Set<String> texts = texts(sent);
    int longest = texts.stream().mapToInt(String::length).reduce(KEY_LENGTH, Math::max);
    String shown = withoutSecrets(text.substring(0, MAX_READ), texts);
    return cut(shown.substring(0, Math.max(0, shown.length() - longest)) + "...");
  }

  private static String withoutSecrets(String text, Set<String> sent) {
    String shown = SIGNED.matcher(text).replaceFirst("$1 " + HIDDEN);
    // A note may contain a URL, and a URL may contain an id: hide the containing text first.
    shown = hide(sent.stream().filter(VendorText::hasSpace).toList(), shown);
    shown = URL.matcher(shown).replaceAll(HIDDEN);
    shown = hide(sent, shown);
    shown =
        KEY_LIKE.matcher(shown).replaceAll(it -> looksLikeKey(it.group()) ? HIDDEN : quoted(it));
    return CONTROL.matcher(shown).replaceAll(" ").strip();
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
    return text.substring(0, halves ? MAX_CHARACTERS - 1 : MAX_CHARACTERS) + "...";
  }

  private static String quoted(MatchResult it) {
    return Matcher.quoteReplacement(it.group());
  }

  /**
   * Recognizes ids of keys by their prefix, signatures by their equals sign, and keys and tokens by
   * their digits. Long words of a language have none of these.
   */
  private static boolean looksLikeKey(String word) {
    return word.startsWith("STS.")
        || word.startsWith("LTAI")
        || word.chars().anyMatch(it -> Character.isDigit(it) || it == '=' || it == '+');
  }

  private static boolean hasSpace(String value) {
    return value.chars().anyMatch(Character::isWhitespace);
  }

  private static String hide(Collection<String> values, String text) {
    String shown = text;
    for (String value : values) {
      shown = hide(value, shown);
    }
    return shown;
  }

  /**
   * Hides a value only where it is a complete word, so that a short id does not hide parts of other
   * words. A letter that no id can have ends a word, because Chinese has no spaces.
   */
  private static String hide(String value, String text) {
    Pattern word =
        Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(value) + "(?![A-Za-z0-9_-])");
    return word.matcher(text).replaceAll(HIDDEN);
  }

  /**
   * Returns all texts, the longest first: hiding a contained text first would break a longer one.
   */
  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>(LONGEST_FIRST);
    if (node.isTextual() && !node.textValue().isBlank()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
