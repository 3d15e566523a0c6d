import { type Ability, may } from '../../domain/access/abilities.ts';
import type { Role } from '../../domain/access/grants.ts';
import { paths } from '../paths.ts';

/** A page of the settings, or several behind a selector of their own. */
export interface SettingsPart {
  readonly label: string;
  readonly link: ReturnType<
    (typeof paths)[
      | 'permissions'
      | 'stackManager'
      | 'tags'
      | 'appSettings'
      | 'healthAdmin'
      | 'recordRequirements'
      | 'assessmentTemplates'
      | 'onboardingTemplate'
      | 'surveys'
      | 'workspaceSettings'
      | 'connections'
      | 'spreadsheets'
      | 'importExport'
      | 'jobs'
      | 'activity']
  >;
  readonly ability: Ability;
}

/** Parts that answer one kind of question, under one heading. */
export interface SettingsGroup {
  readonly title: string;
  readonly parts: readonly SettingsPart[];
}

const GROUPS: readonly SettingsGroup[] = [
  {
    title: 'People & access',
    parts: [
      { label: 'Permissions', link: paths.permissions(), ability: 'manage_users' },
      { label: 'Activity', link: paths.activity(), ability: 'read_activity' },
    ],
  },
  {
    title: 'Portfolio',
    parts: [
      { label: 'Stack Manager', link: paths.stackManager(), ability: 'change_settings' },
      { label: 'Tags', link: paths.tags(), ability: 'change_settings' },
    ],
  },
  {
    title: 'Measures',
    parts: [
      { label: 'App Settings', link: paths.appSettings(), ability: 'change_settings' },
      { label: 'Health/Effort Admin', link: paths.healthAdmin(), ability: 'change_settings' },
      { label: 'Meeting records', link: paths.recordRequirements(), ability: 'change_settings' },
      { label: 'Assessment Templates', link: paths.assessmentTemplates(), ability: 'change_settings' },
      { label: 'Onboarding Template', link: paths.onboardingTemplate(), ability: 'change_settings' },
      { label: 'Surveys', link: paths.surveys(), ability: 'change_settings' },
    ],
  },
  {
    title: 'Data & system',
    parts: [
      { label: 'Workspace', link: paths.workspaceSettings(), ability: 'change_settings' },
      { label: 'Connections', link: paths.connections(), ability: 'change_settings' },
      { label: 'Spreadsheets', link: paths.spreadsheets(), ability: 'import_bundle' },
      { label: 'Import & export', link: paths.importExport(), ability: 'import_bundle' },
      { label: 'Jobs', link: paths.jobs(), ability: 'manage_jobs' },
    ],
  },
];

/** The parts of the settings that a role can reach, grouped; a group without any is left out. */
export const settingsFor = (role: Role): readonly SettingsGroup[] =>
  GROUPS.map(({ title, parts }) => ({
    title,
    parts: parts.filter(({ ability }) => may(role, ability)),
  })).filter(({ parts }) => parts.length > 0);
