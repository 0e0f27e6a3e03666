import { Ajv, type ValidateFunction } from 'ajv';
import { types } from '../../src/domain/documents/registry.ts';
import { editorSchema } from '../../src/domain/editor/json-schema.ts';
import { namesFile, namesSchema } from '../../src/domain/editor/names.ts';
import type { Corpus } from '../../src/domain/graph/corpus.ts';

/** A validator of each type's schema, with the names of a content folder. */
export function validatorsOf(corpus: Corpus): (typeName: string) => ValidateFunction {
  // Other keywords are words for the editor; anything misspelt among the rest would be ignored without strict.
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
  for (const word of ['errorMessage', 'patternErrorMessage', 'markdownDescription'])
    ajv.addKeyword({ keyword: word, schemaType: 'string' });
  ajv.addKeyword({ keyword: 'markdownEnumDescriptions', schemaType: 'array' });
  ajv.addSchema(namesSchema(corpus), namesFile);
  for (const type of types) ajv.addSchema(editorSchema(type), `${type.name}.schema.json`);
  return (typeName) => {
    const validate = ajv.getSchema(`${typeName}.schema.json`);
    if (!validate) throw new Error(`No schema of ${typeName}`);
    return validate;
  };
}
