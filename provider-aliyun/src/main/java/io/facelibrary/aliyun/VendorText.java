package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
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
  private static final String HIDDEN = "***";
  private static final Pattern SIGNED =
      Pattern.compile("(?i)(string to sign is:).*", Pattern.DOTALL);
  private static final Pattern KEY_LIKE = Pattern.compile("[A-Za-z0-9+/=_-]{16,}");
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b[a-z]+://\\S+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private VendorText() {}

  /**
   * Returns the text without what it may not show.
   *
   * @param sent the body of the request that was answered
   */
  static String shown(String text, JsonNode sent) {
    String shown =
        text.length() > 10 * MOST_CHARACTERS ? text.substring(0, 10 * MOST_CHARACTERS) : text;
    shown = SIGNED.matcher(shown).replaceFirst("$1 " + HIDDEN);
    shown = ADDRESS.matcher(shown).replaceAll(HIDDEN);
    for (String value : texts(sent)) {
      shown = hide(value, shown);
    }
    shown = KEY_LIKE.matcher(shown).replaceAll(it -> looksLikeKey(it.group()) ? "***" : quoted(it));
    shown = CONTROL.matcher(shown).replaceAll(" ").strip();
    return shown.length() > MOST_CHARACTERS ? shown.substring(0, MOST_CHARACTERS) + "..." : shown;
  }

  private static String quoted(MatchResult it) {
    return Matcher.quoteReplacement(it.group());
  }

  /** Keys and tokens have digits; long words of the language do not. */
  private static boolean looksLikeKey(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** Hides a value where it stands as a word of its own, so that a short id leaves the rest. */
  private static String hide(String value, String text) {
    Pattern word =
        Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}_-])");
    return word.matcher(text).replaceAll(HIDDEN);
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new HashSet<>();
    if (node.isTextual() && !node.textValue().isBlank()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
