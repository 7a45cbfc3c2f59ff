package io.facelibrary.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import io.facelibrary.FaceLibrary;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;

/** Tests with mocks which calls the module makes to the opener, the registrar and the library. */
@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class LibraryClosingTest {
  @Mock private FaceLibrary library;
  @Mock private Supplier<FaceLibrary> opener;
  @Mock private Consumer<FaceLibrary> registrar;

  @BeforeEach
  void openTheMock() {
    when(opener.get()).thenReturn(library);
  }

  @Test
  void opensTheLibraryOnceAndThenRegistersIt() {
    Injector injector = Guice.createInjector(module());

    assertThat(injector.getInstance(FaceLibrary.class)).isSameAs(library);

    InOrder calls = inOrder(opener, registrar, library);
    calls.verify(opener).get();
    calls.verify(registrar).accept(library);
    calls.verifyNoMoreInteractions();
  }

  @Test
  void neverClosesARegisteredLibrary() {
    Guice.createInjector(module());

    verify(library, never()).close();
  }

  @Test
  void closesTheLibraryOnceIfTheRegistrarFails() {
    doThrow(new IllegalStateException("the application is ending")).when(registrar).accept(any());

    assertThatThrownBy(() -> Guice.createInjector(module()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("the application is ending");

    InOrder calls = inOrder(registrar, library);
    calls.verify(registrar).accept(library);
    calls.verify(library, times(1)).close();
    calls.verifyNoMoreInteractions();
  }

  @Test
  void leavesTheFirstLibraryToTheRegistrarIfTheSecondCannotBeOpened() {
    FaceLibraryModule second =
        FaceLibraryModule.opening(
                () -> {
                  throw new IllegalStateException("no network");
                })
            .annotatedWith(Names.named("second"));

    assertThatThrownBy(() -> Guice.createInjector(module(), second))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("no network");

    verify(registrar).accept(library);
    verify(library, never()).close();
  }

  @Test
  void opensAndRegistersNothingForATool() {
    Guice.createInjector(Stage.TOOL, module());

    verifyNoInteractions(opener, registrar, library);
  }

  private FaceLibraryModule module() {
    return FaceLibraryModule.opening(opener).closeWith(registrar);
  }
}
