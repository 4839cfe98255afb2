import * as z from 'zod';
import type { Branding } from '../campaign/branding.ts';
import { type Logo, logoFileName } from '../campaign/logo.ts';
import { isUsableColor, nearestUsableColor } from '../rendering/brand/brand-colors.ts';
import { contrast, textContrast } from '../rendering/brand/contrast.ts';
import { pictureFile } from './fields.ts';
import { saying } from './issue-words.ts';
import { readYaml } from './yaml-source.ts';

const color = z.string().transform((typed, context) => {
  const hex = normalizedColor(typed);
  if (!hex) {
    context.addIssue({ code: 'custom', ...saying((t) => t.values.notColor(typed)) });
    return z.NEVER;
  }
  if (isUsableColor(hex)) return hex;
  const onWhite = contrast(hex, '#ffffff').toFixed(1);
  context.addIssue({
    code: 'custom',
    ...saying((t) => t.values.tooLight(hex, onWhite, textContrast, nearestUsableColor(hex))),
  });
  return z.NEVER;
});

/** `#1A4F7A` and `#abc` as six small digits. */
function normalizedColor(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  return /^#[0-9a-f]{3}$/.test(text) ? text.replace(/[0-9a-f]/g, '$&$&') : undefined;
}

/** `branding` of `campaign.yaml`: a picture in the folder, and the coalition's color. */
export const brandingYamlSchema = z
  .strictObject({ logo: pictureFile('logo: logo.svg').optional(), color: color.optional() })
  .refine(
    ({ logo, color }) => logo !== undefined || color !== undefined,
    saying((t) => t.values.noBranding),
  );

const looseSchema = z.object({ branding: z.object({ logo: z.string() }) });

/**
 * The picture that `campaign.yaml` names as the coalition's logo, and its line, however wrong the rest of the file is.
 */
export function brandingLogo(yamlText: string | undefined): { file: string; line: number } | undefined {
  if (yamlText === undefined) return undefined;
  const yaml = readYaml('campaign.yaml', yamlText);
  const parsed = looseSchema.safeParse(yaml.value);
  if (!parsed.success) return undefined;
  return { file: parsed.data.branding.logo, line: yaml.lineOf(['branding', 'logo']) };
}

/** The branding as it is stored, with its logo as it was drawn. */
export function brandingOf(
  yaml: z.output<typeof brandingYamlSchema> | undefined,
  logos: readonly Logo[],
): Branding | undefined {
  if (!yaml) return undefined;
  const drawn = logos.find(({ file }) => file === yaml.logo);
  return {
    ...(yaml.color && { color: yaml.color }),
    ...(drawn && {
      logo: {
        file: drawn.file,
        name: logoFileName(drawn),
        width: drawn.width,
        height: drawn.height,
        ...(drawn.tone && { tone: drawn.tone }),
      },
    }),
  };
}
