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
 * Makes texts of the service fit to be shown. They may repeat what they were sent: ids of persons,
 * addresses of pictures, the access key, and in the answer to a wrong signature all that was
 * signed, the security token among it.
 */
final class VendorText {
  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_READ = 10 * MOST_CHARACTERS;
  private static final int KEY_LENGTH = 16;
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());
  private static final String HIDDEN = "***";
  private static final Pattern SIGNED =
      Pattern.compile("(?i)(string to sign is:).*", Pattern.DOTALL);
  private static final Pattern KEY_LIKE =
      Pattern.compile("(?:STS\\.)?[A-Za-z0-9+/=_-]{" + KEY_LENGTH + ",}");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?<![a-z])[a-z]+://\\S+");
  // Also what ends a line or turns the direction of a text without being a control of ASCII.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private VendorText() {}

  /**
   * Returns the text without what it may not show.
   *
   * @param sent the body of the request that was answered
   */
  static String shown(String text, JsonNode sent) {
    if (text.length() <= MOST_READ) {
      return cut(withoutSecrets(text, texts(sent)));
    }
    // What ends the part that is read may be half of what is to be hidden, and is not known then.
    Set<String> texts = texts(sent);
    int longest = texts.stream().mapToInt(String::length).reduce(KEY_LENGTH, Math::max);
    String shown = withoutSecrets(text.substring(0, MOST_READ), texts);
    return cut(shown.substring(0, Math.max(0, shown.length() - longest)) + "...");
  }

  private static String withoutSecrets(String text, Set<String> sent) {
    String shown = SIGNED.matcher(text).replaceFirst("$1 " + HIDDEN);
    // Notes before the addresses in them, and ids after the addresses that they may be part of.
    shown = hide(sent.stream().filter(VendorText::hasSpace).toList(), shown);
    shown = ADDRESS.matcher(shown).replaceAll(HIDDEN);
    shown = hide(sent, shown);
    shown =
        KEY_LIKE.matcher(shown).replaceAll(it -> looksLikeKey(it.group()) ? HIDDEN : quoted(it));
    return CONTROL.matcher(shown).replaceAll(" ").strip();
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, halves ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + "...";
  }

  private static String quoted(MatchResult it) {
    return Matcher.quoteReplacement(it.group());
  }

  /**
   * Ids of keys have a known beginning, signatures end in an equals sign, keys and tokens have
   * digits; long words of the language have none of these.
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
   * Hides a value where it stands as a word of its own, so that a short id leaves the rest. A
   * letter that no id can have ends a word: Chinese has no spaces.
   */
  private static String hide(String value, String text) {
    Pattern word =
        Pattern.compile("(?<![A-Za-z0-9_-])" + Pattern.quote(value) + "(?![A-Za-z0-9_-])");
    return word.matcher(text).replaceAll(HIDDEN);
  }

  /** Returns the longest first: a text may hold another, and would not be known without it. */
  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>(LONGEST_FIRST);
    if (node.isTextual() && !node.textValue().isBlank()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
