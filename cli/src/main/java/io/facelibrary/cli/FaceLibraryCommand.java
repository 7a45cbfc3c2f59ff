package io.facelibrary.cli;

import picocli.CommandLine.Command;

/** The command itself, which does nothing without one of its subcommands. */
@Command(
    name = "face-library",
    description = "Keep, find and delete the faces of known people, whoever stores them.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nThe process ends with one of these codes:%n",
    footerHeading = "%nSettings:%n",
    footer = {
      "Which library to work on is said by options (--provider, --set), by variables"
          + " (FACE_LIBRARY_PROVIDER, and FACE_LIBRARY_ID_LENGTH for the setting id-length), or by a"
          + " settings file (provider=..., id-length=...). Options win over variables, and variables"
          + " over the file; a source that names another provider than the one chosen is left out.",
      "Secrets are read from variables, from the settings file or at the terminal (--ask), and"
          + " refused on the command line."
    })
final class FaceLibraryCommand {}
