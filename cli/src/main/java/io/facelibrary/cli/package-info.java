/**
 * The command {@code face-library}. The files of this package:
 *
 * <ul>
 *   <li>Process: {@code FaceLibraryMain}, {@code Program}, {@code Commands}, {@code
 *       CommandContext}, {@code Terminal}, {@code StopSignal}, {@code ExitCode}, {@code
 *       FailureReport}, {@code CdsTrainingRun}.
 *   <li>Settings and options shared by commands: {@code CommandSettings}, {@code SettingsFile},
 *       {@code LibraryOptions}, {@code OutputOptions}, {@code GroupOptions}, {@code
 *       TransferOptions}.
 *   <li>Output: {@code Report} with {@code TableReport}, {@code JsonReport} and {@code NullReport},
 *       {@code ItemResults}, {@code ItemResult}, {@code Progress}, {@code CheckedOutput}, {@code
 *       OutputClosedException}, {@code Words}.
 *   <li>Commands: {@code LibraryCommand} and all classes that end in {@code Command}, with {@code
 *       ImageArguments}, {@code Require} and {@code NotFound}.
 *   <li>Import and migration: {@code TransferRun}, {@code TransferFiles}.
 * </ul>
 */
@NullMarked
package io.facelibrary.cli;

import org.jspecify.annotations.NullMarked;
