import assert from 'node:assert/strict';
import { mayOmit } from '../../../src/core/markdown/omission';

describe('guidance that lets an author leave out a section', () => {
  for (const text of [
    'Omit this section if it is not applicable.',
    'This section may be omitted if there are none.',
    '*Delete this section if there are no open questions.*',
    'If not applicable, delete this section.',
    'Say which data is migrated. When nothing is, please remove this entire section.',
    '<!-- Remove this section if not needed -->',
    'Only needed if the change touches the database; remove otherwise.',
    'Diesen Abschnitt löschen, wenn er nicht gebraucht wird.',
    'Dieser Abschnitt kann entfernt werden.',
    'Entfällt, wenn nicht relevant – dann bitte diesen Abschnitt entfernen.',
    'Supprimez cette section si elle est sans objet.',
    'Cette section peut être supprimée.',
    'Elimina esta sección si no se aplica.',
    'Esta sección se puede omitir.',
    'Remova esta seção se não houver riscos.',
    'Eliminare questa sezione se non serve.',
    'Verwijder deze sectie indien niet van toepassing.',
    'Удалите этот раздел, если он не нужен.',
    '该部分如不适用可删除。',
    '如不适用，请删除本节。',
    'このセクションは不要な場合は削除してください。',
    '해당 사항이 없으면 이 섹션을 삭제하세요.',
  ]) {
    it(text, () => assert.equal(mayOmit(text), true));
  }

  for (const text of [
    'Omit what everybody knows.',
    'Describe in this section what happens if the data is deleted.',
    'In this section, explain how users can remove the feature if they do not like it.',
    'This section describes removed flags, if any.',
    'Do not delete this section if it is empty.',
    'Never remove this section, even if there is nothing to say.',
    'Delete this comment if the section is written.',
    'Diesen Abschnitt nicht löschen, wenn er leer ist.',
    'Beschreiben Sie in diesem Abschnitt, wann Daten gelöscht werden, wenn Kunden gehen.',
    'No elimine esta sección si está vacía.',
    'Ne supprimez pas cette section si elle est vide.',
    'Не удаляйте этот раздел, если он пуст.',
    '即使为空，也不要删除本节。',
    'このセクションは空の場合も削除しないでください。',
    'Describe the settings section and when it is dropped.',
  ]) {
    it(`is not: ${text}`, () => assert.equal(mayOmit(text), false));
  }
});
