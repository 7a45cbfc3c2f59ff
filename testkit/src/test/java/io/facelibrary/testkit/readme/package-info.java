/** The provider that the section "Write a provider" of docs/providers.md quotes, and its test. */
@NullMarked
package io.facelibrary.testkit.readme;

import org.jspecify.annotations.NullMarked;
